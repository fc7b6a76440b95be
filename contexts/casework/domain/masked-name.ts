/**
 * A name as one sees it without a reason to see more. Of a person the family
 * name stays; the name of a group, a unit or a nickname is no family name with
 * something behind it, and half of it would name the place or the works: such a
 * name gives way to one that names nobody.
 */
export function maskedName(name: string): string {
  const letters = [...name.trim()];
  if (letters.length === 0) return '';
  if (isPersons(name)) return `${letters[0]}${'某'.repeat(Math.min(2, Math.max(1, letters.length - 1)))}`; // how long it is is nobody's business
  const kind = UNIT.exec(name)?.[0];
  return kind ? `某${kind}` : '信访人';
}

/** Of several people together: how many, and no name (条例第二十条). */
export const maskedParty = (name: string, people: number): string => (people > 1 && !isPersons(name) ? joint(people) : maskedName(name));

export const joint = (people: number): string => `${people}人联名`;

/** 张三, 欧阳三丰, 阿依古丽·买买提: at most four characters, or parts with the dot that belongs to a name. */
const isPersons = (name: string): boolean =>
  [...name.trim()].length <= 4 ? !SEVERAL.test(name) : /^[\p{Script=Han}]+(·[\p{Script=Han}]+)+$/u.test(name.trim());

const SEVERAL = /(业主|村民|居民|群众|职工|员工|工人|家长|学生|商户|住户|联名)$/;

/** 某公司, 某村委会: what kind of unit it is, by the last word of its name. */
const UNIT =
  /(有限公司|公司|合作社|村民委员会|居民委员会|业主委员会|村委会|居委会|业委会|委员会|工会|商会|协会|学会|小学|中学|学校|幼儿园|医院|卫生院|事务所|工厂|厂|商店|饭店|超市|车队|客运站|服务站|工作站|图书馆|研究院|养老院|福利院)$/;
