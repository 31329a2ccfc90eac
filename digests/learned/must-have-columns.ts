/** @throws RangeError when a model was trained on other columns than it is given rows of: train it again. */
export function mustHaveColumns(trained: readonly string[], given: readonly string[]): void {
  if (trained.join() !== given.join())
    throw new RangeError(`Trained on the columns ${trained.join()}, given ${given.join()}.`);
}
