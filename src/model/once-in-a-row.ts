/** For lists in which what belongs together stands together. */

/** The same function, which keeps its last answer: asked about one value several times in a row, it works once. */
export function onceInARow<Value extends object, Answer>(
  answer: (value: Value) => Answer,
): (value: Value) => Answer {
  let last: { readonly value: Value; readonly answer: Answer } | undefined;
  return (value) => {
    if (last?.value !== value) last = { value, answer: answer(value) };
    return last.answer;
  };
}
