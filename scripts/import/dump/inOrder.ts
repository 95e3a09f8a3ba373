interface Dated { readonly created: Date }

/** How many rows wait for an earlier one; dumps are in the order of ids, which is almost that of dates. */
const usualWindow = 10_000;

/** Rows in the order of their dates, as far as a window of them shows it: all of them when there are at most `window`. */
export async function* inOrder<Row extends Dated>(rows: AsyncIterable<Row>, window = usualWindow): AsyncGenerator<Row> {
  let waiting: Row[] = [];
  const sorted = (): Row[] => waiting.sort((left, right) => left.created.getTime() - right.created.getTime());
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < 2 * window) continue;
    const earliest = sorted().slice(0, window);
    waiting = waiting.slice(window);
    for (const one of earliest) yield one;
  }
  for (const row of sorted()) yield row;
}

/** Two streams that are each about in the order of their dates, as one. */
export async function* merged<Row extends Dated>(left: AsyncIterator<Row>, right: AsyncIterator<Row>): AsyncGenerator<Row> {
  let [one, other] = [await left.next(), await right.next()];
  while (one.done !== true || other.done !== true) {
    if (other.done === true || (one.done !== true && one.value.created <= other.value.created)) {
      if (one.done !== true) yield one.value;
      one = await left.next();
    } else {
      yield other.value;
      other = await right.next();
    }
  }
}

/** The rows in lots of at most `size`. */
export async function* inLots<Row>(rows: AsyncIterable<Row>, size: number): AsyncGenerator<Row[]> {
  let lot: Row[] = [];
  for await (const row of rows) {
    lot.push(row);
    if (lot.length < size) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}
