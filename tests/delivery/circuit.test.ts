import { describe, expect, it } from 'vitest';
import { createCircuits } from '../../src/delivery/circuit.ts';

function setUp() {
  let now = 0;
  const events: string[] = [];
  const circuits = createCircuits({
    clock: () => now,
    random: () => 0.5,
    threshold: 3,
    openFor: 1000,
    onOpen: (workspace, until) => events.push(`${workspace} until ${until}`),
    onClose: (workspace) => events.push(`${workspace} closed`),
  });
  const fail = (times: number) => {
    for (let n = 0; n < times; n++) circuits.failed('T1');
  };
  return { circuits, events, fail, at: (instant: number) => (now = instant) };
}

describe('the circuit of a workspace', () => {
  it('opens after faults in a row, for that workspace alone', () => {
    const { circuits, fail } = setUp();
    fail(2);
    expect(circuits.openUntil('T1')).toBeNull();
    fail(1);
    expect(circuits.openUntil('T1')).toBe(1000);
    expect(circuits.open()).toEqual(['T1']);
    expect(circuits.openUntil('T2')).toBeNull();
  });

  it('forgets faults at the first answer', () => {
    const { circuits, fail } = setUp();
    fail(2);
    circuits.succeeded('T1');
    fail(2);
    expect(circuits.openUntil('T1')).toBeNull();
  });

  it('closes by itself, and opens for twice as long when the next try fails too', () => {
    const { circuits, events, fail, at } = setUp();
    fail(3);
    at(1000);
    expect(circuits.openUntil('T1')).toBeNull();
    fail(1);
    expect(circuits.openUntil('T1')).toBe(3000);
    at(3000);
    circuits.succeeded('T1');
    fail(2);
    expect(events).toEqual(['T1 until 1000', 'T1 until 3000', 'T1 closed']);
  });

  it('learns nothing from faults of what was under way when it opened', () => {
    const { events, fail } = setUp();
    fail(20);
    expect(events).toEqual(['T1 until 1000']);
  });

  it('never stays open longer than about ten minutes', () => {
    const { circuits, fail, at } = setUp();
    let now = 0;
    fail(3);
    for (let n = 0; n < 30; n++) {
      now = circuits.openUntil('T1') ?? now;
      at(now);
      fail(1);
    }
    expect((circuits.openUntil('T1') ?? 0) - now).toBe(600_000);
  });
});
