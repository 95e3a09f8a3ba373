import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import ts from 'typescript';

/** What a test may need that no tenant gives, and how it shows in its source. */
const powers: readonly (readonly [why: string, uses: RegExp])[] = [
  ['starts, restarts or sets up the service', /startLocalSharePoint|onKeptData|localSharePointForAll\(.*'--(?!empty)/],
  ['asks for faults, the request log or the clock', /_local\b|\.fault\(|\.requests\(|forgetRequests/],
  ['asks as other people', /\b(editor|visitor|colleague|someone|guest)\b|\bas: ['"`]|Basic \$|authorization: ''/],
  ['speaks HTTP below fetch', /'node:(http|net)'/],
  ['names the address or the title of the sample site', /sites\/intranet|\bIntranet\b/],
  ['names people of the sample organisation', /contoso\.example/],
  ['makes thousands of rows', /threshold|addMany\(/],
  ['changes groups, levels or people of the whole site collection', /sitegroups'|siteGroups\.add|roledefinitions'|roleDefinitions\.add|ensure[uU]ser|site\/(usercustomactions|features)|sp\.site\.(update|delete|create)/],
  ['empties a recycle bin', /(deleteAll|restoreAll|moveAllToSecondStage|deleteAllSecondStageItems)\b/i],
];

export interface LeftOut { readonly name: string; readonly why: string }
export interface Parts { readonly files: readonly string[]; readonly tests: readonly string[]; readonly leftOut: readonly LeftOut[] }

const needed = (text: string): string | undefined => powers.find(([, uses]) => uses.test(text))?.[0];

/** Which files of the suite can run on a tenant, and which tests in them cannot. */
export function partsFor(files: readonly string[]): Parts {
  const parts = files.map(partOf);
  return { files: parts.flatMap((part) => part.files), tests: parts.flatMap((part) => part.tests), leftOut: parts.flatMap((part) => part.leftOut) };
}

function partOf(file: string): Parts {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const named = basename(file, '.test.ts');
  const whole = source.statements.filter(isDoneForAll).map((statement) => needed(statement.getText(source))).find((why) => why !== undefined);
  if (whole !== undefined) return { files: [], tests: [], leftOut: [{ name: `${named} (all of it)`, why: whole }] };
  const own = source.statements.flatMap((statement) => {
    const why = isFunction(statement) ? needed(statement.getText(source)) : undefined;
    return why === undefined ? [] : namesOf(statement).map((name): LeftOut => ({ name, why }));
  });
  const leftOut = testsIn(source).flatMap(({ name, text }): LeftOut[] => {
    const why = needed(text) ?? own.find((each) => new RegExp(`\\b${each.name}\\(`).test(text))?.why;
    return why === undefined ? [] : [{ name: `${named}: ${name}`, why }];
  });
  const tests = leftOut.map(({ name }) => name.slice(named.length + 2).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return { files: leftOut.length === testsIn(source).length ? [] : [file], tests, leftOut };
}

/** A statement that runs before the tests: no import, type or function, and no group of tests. */
function isDoneForAll(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement)) return /'node:(http|net)'/.test(statement.getText());
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || isFunction(statement)) return false;
  return !/^\s*(describe|it|test)\(/.test(statement.getText());
}

function isFunction(statement: ts.Statement): boolean {
  return ts.isFunctionDeclaration(statement) || (ts.isVariableStatement(statement) && statement.declarationList.declarations.every(({ initializer }) => initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))));
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : [];
  return ts.isVariableStatement(statement) ? statement.declarationList.declarations.map(({ name }) => name.getText()) : [];
}

function testsIn(source: ts.SourceFile): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const [name, work] = ts.isCallExpression(node) && /^(it|test)$/.test(node.expression.getText(source)) ? node.arguments : [];
    if (name && work && ts.isStringLiteralLike(name)) found.push({ name: name.text, text: node.getText(source) });
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
