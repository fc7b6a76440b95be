import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deidentify, identifyingIn } from './deidentify.ts';

const known = {
  names: ['张三丰', '李四'],
  phones: ['13800001234', '0000-6220132'],
  addresses: ['海川省临水市清和县东河镇柳林村3组12号', '清和县翠屏小区5号楼2单元301室'],
};

describe('公示稿去标识', () => {
  it('姓名、电话、证件号、住址都换成规范写法，事情还看得懂', () => {
    const text = '张三丰（身份证号110101199003071234，电话138 0000 1234）住东河镇柳林村，反映村里路灯坏了三个月；李四住翠屏小区5号楼2单元301室。';
    expect(deidentify(text, known)).toBe('张某某（身份证号（号码略），电话（电话略））住东河镇某村，反映村里路灯坏了三个月；李某住某小区某处。');
  });

  it('留下一个，就说出是哪一个；字中间夹空格也认得出', () => {
    expect(identifyingIn('张三丰反映路灯坏了', known)).toEqual(['张三丰']);
    expect(identifyingIn('张 三 丰反映路灯坏了', known)).toEqual(['张三丰']);
    expect(identifyingIn('柳林村的路灯坏了', known)).toEqual(['柳林村']);
    expect(identifyingIn('请打0000-622 0132', known)).toHaveLength(1);
    expect(identifyingIn('农村路灯管理办法第三条，维修费1200000元，清政函〔2026〕12号', known)).toEqual([]);
  });

  it('不变量 28：起草过的稿子里，再也找不出当事人', () => {
    const part = fc.constantFrom(...known.names, ...known.phones, ...known.addresses, '柳林村', '翠屏小区', '反映', '路灯', '，', '110101199003071234');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(identifyingIn(deidentify(parts.join('的'), known), known)).toEqual([]);
      }),
    );
  });
});
