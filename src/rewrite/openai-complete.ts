import type { Complete } from './rewriter.ts';

export type LlmSettings = {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
};

/** Any OpenAI-compatible endpoint, a local one too. The client is loaded with the first question. */
export function openAiComplete({ baseUrl, model, apiKey }: LlmSettings): Complete {
  return async ({ system, user, maxTokens, signal }) => {
    const { OpenAI } = await import('openai');
    const client = new OpenAI({ baseURL: baseUrl, apiKey: apiKey ?? 'none', maxRetries: 0 });
    const answer = await client.chat.completions.create(
      {
        model,
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
        temperature: 0,
        max_tokens: maxTokens,
      },
      { signal },
    );
    return answer.choices[0]?.message.content ?? '';
  };
}
