/** Block Kit's rules, checked on a payload's JSON without any of our own code: what Slack would refuse. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { SlackPayload } from '../../adapters/slack/payload.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Each fault as a sentence; empty when Slack would take the payload. */
export function slackFaults({ text, blocks }: SlackPayload): readonly string[] {
  const faults: string[] = [];
  const wrong = (fault: string): void => void faults.push(fault);
  if (text.trim() === '') wrong('text is empty');
  if (text.length > 4000) wrong(`text has ${text.length} characters`);
  if (blocks.length > 50) wrong(`${blocks.length} blocks`);
  const total = sumOfTexts(blocks as unknown as Json);
  if (total > 9000) wrong(`${total} characters in all`);
  for (const block of blocks) {
    switch (block.type) {
      case 'header':
        if (block.text.text.length < 1 || block.text.text.length > 150) wrong('header is empty or over 150');
        if (block.text.emoji !== false) wrong('header would turn :words: into emoji');
        break;
      case 'context':
        if (block.elements.length < 1 || block.elements.length > 10) wrong('context needs 1 to 10 elements');
        for (const element of block.elements) {
          if (!('text' in element)) wrong('context holds something else than text');
          else if (element.text.length < 1 || element.text.length > 3000)
            wrong('context text is empty or over 3000');
        }
        break;
      case 'actions': {
        if (block.elements.length < 1 || block.elements.length > 25) wrong('actions need 1 to 25 elements');
        const ids = block.elements.map((element) => element.action_id);
        if (new Set(ids).size !== ids.length) wrong('action ids repeat');
        for (const element of block.elements) {
          if (element.type === 'static_select') {
            const groups = element.option_groups ?? [];
            if ((element.placeholder?.text.length ?? 0) > 150) wrong('placeholder is over 150');
            if (groups.length < 1 || groups.length > 100) wrong('a menu needs 1 to 100 groups');
            for (const { label, options } of groups) {
              if (label.text.length < 1 || label.text.length > 75) wrong('group label is empty or over 75');
              if (options.length < 1 || options.length > 100) wrong('a group needs 1 to 100 options');
              for (const { text, value } of options) {
                if (text.text.length < 1 || text.text.length > 75) wrong('option text is empty or over 75');
                if (!value || value.length > 75) wrong('option value is empty or over 75');
              }
            }
          } else if (element.type !== 'button') wrong('actions hold something else than buttons and menus');
          else {
            if (element.text.text.length < 1 || element.text.text.length > 75)
              wrong('button text is empty or over 75');
            if ((element.value ?? '').length > 2000) wrong('button value is over 2000');
            if ((element.action_id ?? '').length > 255) wrong('action id is over 255');
          }
        }
        break;
      }
      case 'rich_text':
        if (block.elements.length === 0) wrong('rich text is empty');
        for (const part of block.elements) {
          if (part.elements.length === 0) wrong(`${part.type} is empty`);
          const lists =
            part.type === 'rich_text_list' ? part.elements.map(({ elements }) => elements) : [part.elements];
          for (const element of lists.flat()) {
            if (element.type === 'channel' || element.type === 'user') {
              const id = element.type === 'channel' ? element.channel_id : element.user_id;
              if (!/^[CDGUW][A-Z0-9]+$/.test(id)) wrong(`no id of Slack: ${id}`);
            } else if (element.type !== 'text' && element.type !== 'link')
              wrong(`rich text holds ${element.type}`);
            else if ((element.text ?? '') === '') wrong('a rich text element is empty');
          }
        }
        break;
      case 'divider':
        break;
      default:
        wrong(`unknown block ${block.type}`);
    }
  }
  return faults;
}

/** Characters of all texts and addresses in blocks. */
function sumOfTexts(value: Json): number {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + sumOfTexts(part), 0);
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const [name, part] of Object.entries(value)) {
    if ((name === 'text' || name === 'url') && typeof part === 'string') sum += part.length;
    else sum += sumOfTexts(part);
  }
  return sum;
}

/** What Slack would refuse in a modal of inputs. */
export function slackModalFaults({ title, submit, blocks }: ModalView): readonly string[] {
  const faults: string[] = [];
  const check = (what: string, text: string | undefined, most: number): void => {
    if (text === undefined || text.length < 1 || text.length > most)
      faults.push(`${what} is empty or over ${most}`);
  };
  check('title', title.text, 24);
  check('submit', submit?.text, 24);
  if (blocks.length < 1 || blocks.length > 100) faults.push(`${blocks.length} blocks`);
  const ids = blocks.map(({ block_id }) => block_id);
  if (new Set(ids).size !== ids.length) faults.push('block ids repeat');
  for (const block of blocks as readonly KnownBlock[]) {
    if (block.type !== 'input') {
      faults.push(`unexpected ${block.type}`);
      continue;
    }
    check('label', block.label.text, 2000);
    if (block.hint) check('hint', block.hint.text, 2000);
    if (block.element.type === 'plain_text_input') {
      const { initial_value = '', max_length = 3000 } = block.element;
      if (max_length > 3000 || initial_value.length > max_length) faults.push('initial value is too long');
    } else if (block.element.type === 'static_select') {
      const { options = [], initial_option } = block.element;
      if (options.length < 1 || options.length > 100) faults.push('a menu needs 1 to 100 options');
      for (const { text, value } of options) {
        check('option', text.text, 75);
        check('option value', value, 75);
      }
      if (initial_option && !options.includes(initial_option))
        faults.push('initial option is none of the options');
    } else faults.push(`unexpected ${block.element.type}`);
  }
  return faults;
}
