/** Which kinds of work stand together on one tab. */
export const TABS = {
  all: { name: '全部', kinds: [] },
  meetings: { name: '会议与接访', kinds: ['meeting', 'reception'] },
  supervision: { name: '督办与督查', kinds: ['order', 'inspection', 'danger'] },
  advice: { name: '建议与措施', kinds: ['recommendation', 'measure'] },
  yearly: { name: '年度与征集', kinds: ['annualReport', 'assessment', 'suggestionCall'] },
  writing: { name: '专报与案例', kinds: ['briefing', 'caseStudy'] },
  field: { name: '吹哨、公示、巡诊', kinds: ['callOut', 'board', 'patrol'] },
  privacy: { name: '个人信息', kinds: ['privacy'] },
} as const satisfies Record<string, { readonly name: string; readonly kinds: readonly string[] }>;

export type Tab = keyof typeof TABS;
export const TAB_NAMES = Object.keys(TABS) as Tab[];
export const isTab = (text: string | null): text is Tab => text !== null && Object.hasOwn(TABS, text);

interface Named {
  readonly kindName: string;
  readonly title: string;
  readonly about?: string;
  readonly ownerName: string;
}

/** 督办：车库喷淋头往电动汽车上滴水; a title that says already what it is stands alone: 2026年11月领导接访. */
export const nameOf = ({ kindName, title }: Pick<Named, 'kindName' | 'title'>) => (title.includes(kindName) ? title : `${kindName}：${title}`);

/** Under the title of a row: what kind of work, and what about; who leads it where there is no more to say. */
export function underTitle({ kindName, title, about, ownerName }: Named): string {
  const isSaid = title.includes(kindName) || about?.includes(kindName);
  return [!isSaid && kindName, about].filter(Boolean).join(' · ') || `由${ownerName}牵头`;
}
