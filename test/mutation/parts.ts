/**
 * What is tried, and by which tests: the files that decide what the law allows and when it is due.
 * Words, labels, forms and names are left out: a test of them would only repeat them.
 */
const WAYS = 'contexts/casework/domain/ways/*';
const MATTERS = 'contexts/casework/domain/{decide,ways}/**/*.test.ts';

/** Whole random lives, a second and more each time: they would find more, so the score is what the told stories find alone. */
export const NOT_AGAIN_AND_AGAIN = [
  'contexts/casework/domain/**/invariants.test.ts',
  'contexts/casework/domain/ways/rights.test.ts',
  'contexts/casework/domain/ways/collective/collective.test.ts',
  'contexts/casework/domain/machines.test.ts',
];

export const PARTS = {
  clocks: {
    mutate: ['kernel/clocks/{engine,starts,stops,dues,light,explain,index}.ts', 'kernel/work/clocks.ts'],
    tests: ['kernel/**/*.test.ts', 'test/due-dates/*.test.ts', 'contexts/supervision/domain/work/*.test.ts'],
  },
  dates: {
    mutate: ['kernel/{dates,calendar,holidays,lengths,law}.ts'],
    tests: ['kernel/**/*.test.ts', 'test/due-dates/*.test.ts'],
  },
  permissions: {
    mutate: [
      'contexts/casework/domain/permissions.ts',
      'contexts/casework/domain/decide/guard.ts',
      'contexts/{directory,documents,sealed,supervision}/domain/permissions.ts',
      'contexts/directory/domain/{relations,account,four-eyes,proposal,propose}.ts',
      'contexts/sealed/domain/{guard,recipient}.ts',
    ],
    tests: ['contexts/casework/domain/{relations,decide/*}.test.ts', 'contexts/{directory,documents,sealed,supervision}/domain/*.test.ts'],
  },
  matters: {
    mutate: [
      'contexts/casework/domain/decide/{index,arriving,accepting,handling,delivering,ending,correcting,notes,conditions}.ts',
      'contexts/casework/domain/corrections.ts',
    ],
    tests: ['contexts/casework/domain/**/*.test.ts'],
  },
  ways: {
    mutate: [`${WAYS}/decide.ts`, 'contexts/casework/domain/ways/review/{another,refusing,requesting,deciding,outcome,reaudit,took-part,undone}.ts'],
    tests: [MATTERS],
  },
  offices: {
    mutate: [
      'kernel/work/decide.ts',
      'contexts/{intake,evaluation,supervision,sealed,directory,documents}/domain/decide.ts',
      'contexts/sealed/domain/decide/*.ts',
      'contexts/{supervision/domain/work,coordination/domain/kinds}/*.ts',
    ],
    tests: ['contexts/{intake,evaluation,supervision,sealed,directory,documents,coordination}/domain/**/*.test.ts'],
  },
};
