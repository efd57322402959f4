/** What the model found wrong: that the compiler has to fail, and by which code where that is certain. */

export class Problems {
  readonly codes = new Set<string>();
  #uncodedErrors = 0;

  /** Records an error. Without a code only the failure itself is certain. */
  error(code?: string): void {
    if (code === undefined) this.#uncodedErrors += 1;
    else this.codes.add(code);
  }

  get fails(): boolean {
    return this.#uncodedErrors > 0 || this.codes.size > 0;
  }

  /** Every error has its code. */
  get isCertain(): boolean {
    return this.#uncodedErrors === 0;
  }
}
