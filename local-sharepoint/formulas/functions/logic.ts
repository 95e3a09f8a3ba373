import { several, takes, type FunctionTable } from './functionTable.ts';
import { dateIn } from '../serialDates.ts';
import { fail, numberIn, toNumber, toTruth, type Value } from '../values.ts';

/** Yes and no, and what kind of value something is. IF, IFERROR, CHOOSE and what looks for errors are in `evaluate.ts`: they do not work out everything. */
export const logicFunctions: FunctionTable = {
  AND: takes(1, several, (args) => args.every(toTruth)),
  OR: takes(1, several, (args) => args.some(toTruth)),
  XOR: takes(1, several, (args) => args.filter(toTruth).length % 2 === 1),
  NOT: takes(1, 1, ([value = null]) => !toTruth(value)),
  TRUE: takes(0, 0, () => true),
  FALSE: takes(0, 0, () => false),
  NA: takes(0, 0, () => fail('#N/A')),
  ISBLANK: takes(1, 1, ([value]) => value === null),
  ISNUMBER: takes(1, 1, ([value]) => typeof value === 'number'),
  ISTEXT: takes(1, 1, ([value]) => typeof value === 'string'),
  ISNONTEXT: takes(1, 1, ([value]) => typeof value !== 'string'),
  ISLOGICAL: takes(1, 1, ([value]) => typeof value === 'boolean'),
  ISEVEN: takes(1, 1, ([value = null]) => Math.trunc(toNumber(value)) % 2 === 0),
  ISODD: takes(1, 1, ([value = null]) => Math.trunc(toNumber(value)) % 2 !== 0),
  N: takes(1, 1, ([value = null]) => typeof value === 'string' ? 0 : toNumber(value)),
  T: takes(1, 1, ([value = null]) => typeof value === 'string' ? value : ''),
  VALUE: takes(1, 1, ([value = null]) => typeof value === 'string' ? valueOf(value) : toNumber(value)),
  TYPE: takes(1, 1, ([value = null]) => typeof value === 'string' ? 2 : typeof value === 'boolean' ? 4 : 1),
};

function valueOf(text: string): Value {
  return numberIn(text) ?? dateIn(text) ?? fail('#VALUE!');
}
