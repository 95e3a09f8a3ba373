import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from './evaluate.ts';
import { expressionOf, withNames } from './formula.ts';
import { FormulaSyntaxError } from './tokens.ts';
import { FormulaError, type Value } from './values.ts';

const columns: Readonly<Record<string, Value>> = { A: 3, B: 4, Name: 'Ada Lovelace', Empty: null, Due: 44_197, 'First name': 'Ada', Done: true };

function worked(formula: string): Value {
  try {
    return evaluate(expressionOf(formula), { now: new Date('2026-03-01T10:30:00Z'), valueOf: (name) => {
      const value = columns[name];
      if (value === undefined) throw new FormulaError('#NAME?');
      return value;
    } });
  } catch (failure) {
    if (failure instanceof FormulaError) return failure.code;
    throw failure;
  }
}

describe('formulas', () => {
  for (const [what, cases] of Object.entries<readonly (readonly [string, Value])[]>({
    'operators bind as in Excel': [['=1+2*3', 7], ['=(1+2)*3', 9], ['=2^3^2', 64], ['=-2^2', 4], ['=50%', 0.5], ['=10-2-3', 5], ['=0.1+0.2', 0.3], ['="a"&1+1', 'a2'], ['=1+1=2', true], ['="a"="A"', true], ['=2>="1"', false], ['=1/0', '#DIV/0!'], ['="x"+1', '#VALUE!'], ['="3"+1', 4]],
    'columns are read by name, in brackets or without': [['=[A]+B', 7], ['=[First name]&"!"', 'Ada!'], ['=Empty+1', 1], ['=ISBLANK(Empty)', true], ['=Empty=""', true], ['=Missing', '#NAME?'], ['=IF(Done,"yes","no")', 'yes']],
    'logic': [['=IF(A>B,"more","less")', 'less'], ['=IF(A>B,1)', false], ['=IF(A<B,1,1/0)', 1], ['=AND(A=3,B=4)', true], ['=OR(A=1,B=4)', true], ['=NOT(Done)', false], ['=IFERROR(1/0,"none")', 'none'], ['=ISERROR(1/0)', true], ['=ISERROR(A)', false], ['=CHOOSE(2,"a","b")', 'b'], ['=ISNUMBER(Name)', false]],
    'text': [['=LEFT(Name,3)', 'Ada'], ['=RIGHT(Name,8)', 'Lovelace'], ['=MID(Name,5,4)', 'Love'], ['=LEN(Name)', 12], ['=UPPER(Name)', 'ADA LOVELACE'], ['=PROPER("ada lovelace")', 'Ada Lovelace'], ['=FIND("L",Name)', 5], ['=FIND("l",Name)', 9], ['=SEARCH("l",Name)', 5], ['=SEARCH("z",Name)', '#VALUE!'],
      ['=SUBSTITUTE("a-b-c","-","+")', 'a+b+c'], ['=SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'], ['=REPLACE("abcdef",2,3,"*")', 'a*ef'], ['=TRIM("  a   b ")', 'a b'], ['=REPT("ab",3)', 'ababab'], ['=CONCATENATE(A,"/",B)', '3/4'], ['=EXACT("a","A")', false], ['="say ""hi"""', 'say "hi"'], ['=REPT("x",99999999)', '#VALUE!']],
    'numbers': [['=ROUND(2.345,2)', 2.35], ['=ROUND(1.005,2)', 1.01], ['=ROUNDUP(-2.1,0)', -3], ['=ROUNDDOWN(2.99,1)', 2.9], ['=MOD(-3,2)', 1], ['=INT(-1.5)', -2], ['=SUM(A,B,Empty)', 7], ['=AVERAGE(A,B)', 3.5], ['=MAX(A,B)', 4], ['=MIN(A,B)', 3], ['=SQRT(-1)', '#NUM!'], ['=CEILING(2.1,0.5)', 2.5], ['=MEDIAN(1,9,3)', 3], ['=COUNT(A,Name,Empty)', 1], ['=ROMAN(1994)', 'MCMXCIV'], ['=ROUND(PMT(0.01,12,1000),2)', -88.85]],
    'dates': [['=YEAR(Due)', 2021], ['=MONTH(Due)', 1], ['=DAY(Due+30)', 31], ['=DATE(2021,1,1)', 44_197], ['=TEXT(Due,"yyyy-mm-dd")', '2021-01-01'], ['=TEXT(Due,"dddd, mmmm d")', 'Friday, January 1'], ['=TEXT(Due+0.6,"h:mm AM/PM")', '2:24 PM'], ['=WEEKDAY(Due)', 6], ['=WEEKDAY(Due,2)', 5], ['=DATEDIF(Due,DATE(2022,3,4),"m")', 14], ['=DATEDIF(Due,DATE(2022,3,4),"yd")', 62], ['=DATEDIF(Due,DATE(2022,3,4),"md")', 3],
      ['=TEXT(TODAY(),"mm/dd/yyyy")', '03/01/2026'], ['=HOUR(NOW())', 10], ['=DATEVALUE("1/1/2021")', 44_197], ['=TIMEVALUE("12:00 PM")', 0.5], ['=DATEDIF(Due,Due-1,"d")', '#NUM!'], ['=DATE(2021,14,1)-DATE(2022,2,1)', 0], ['=DAYS360(DATE(2021,1,30),DATE(2021,3,31))', 60]],
    'formats of numbers': [['=TEXT(1234.5,"#,##0.00")', '1,234.50'], ['=TEXT(0.256,"0%")', '26%'], ['=TEXT(7,"000")', '007'], ['=TEXT(-5,"$0.00")', '-$5.00'], ['=TEXT(1.5,"0.##")', '1.5'], ['=FIXED(1234.567,1)', '1,234.6'], ['=DOLLAR(-2)', '($2.00)']],
  })) {
    it(what, () => {
      for (const [formula, value] of cases) assert.deepEqual(worked(formula), value, formula);
    });
  }

  it('cost little, whatever they say', () => {
    const big = 'REPT("a",65535)';
    for (const [formula, value] of [
      [`=SEARCH("${'*a'.repeat(30)}b",${big})`, '#VALUE!'], ['=SEARCH("l*c?",Name)', 5], ['=SEARCH("~?","a?")', 2], [`=LEN(SUBSTITUTE(${big},"a",${big}))`, '#VALUE!'], ['=COMBIN(1000000000,500000000)', '#NUM!'], ['=COMBIN(5,2)', 10], ['=1e999', '#NUM!'],
      ['=VALUE("1e999")', '#VALUE!'], [`=VALUE(REPT("1",60000)&"x")`, '#VALUE!'], [`=LEN(${Array(20).fill(big).join('&')})`, '#VALUE!'], [`=TEXT(1,"0.${'0'.repeat(300)}")`, `1.${'0'.repeat(30)}`], ['=TEXT(-1,"yyyy")', '#NUM!'], ['=YEAR(1e300)', '#NUM!'], ['=DATE(1e300,1,1)', '#NUM!'], ['=FACT(1e300)', '#NUM!'],
    ] as const) {
      const started = performance.now();
      assert.equal(worked(formula), value, formula.slice(0, 60));
      assert.ok(performance.now() - started < 500, formula.slice(0, 60));
    }
  });

  it('that cannot be read are refused', () => {
    for (const formula of ['=', '=1+', '=(1', '=1)', '=NOSUCH(1)', '=LEFT()', '="open', '=[open', '=A B', '={1}', '=SUM(A:B)', `=${'('.repeat(500)}1${')'.repeat(500)}`, `=${'-'.repeat(5000)}1`]) assert.throws(() => expressionOf(formula), FormulaSyntaxError, formula.slice(0, 30));
  });

  it('follow the names of columns', () => {
    const to = (name: string): string | undefined => name === 'A' ? 'Total sum' : name === 'First name' ? 'Given' : undefined;
    assert.equal(withNames('=IF(A>1,[A]&"A"&[First name],LEFT(B))', to), '=IF([Total sum]>1,[Total sum]&"A"&Given,LEFT(B))');
  });
});
