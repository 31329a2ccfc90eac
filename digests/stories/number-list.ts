/** Numbers appended one by one to a typed array that grows: of millions, a plain array would take twice the room. */
export class NumberList<T extends Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer>> {
  readonly #kind: new (
    buffer: ArrayBuffer,
    offset?: number,
    length?: number,
  ) => T;
  #numbers: T;
  #length = 0;

  constructor(kind: new (buffer: ArrayBuffer, offset?: number, length?: number) => T) {
    this.#kind = kind;
    this.#numbers = new kind(new ArrayBuffer(1024));
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length)
      this.#numbers = new this.#kind(this.#numbers.buffer.transfer(2 * this.#numbers.byteLength));
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** All of them, without a copy: nothing may be appended from now on. */
  done(): T {
    return new this.#kind(this.#numbers.buffer, 0, this.#length);
  }
}
