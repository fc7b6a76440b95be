/** The look of the house, in one place: tokens, Chinese words of the components, and no motion for those who ask for none. */
import { ConfigProvider, type ThemeConfig } from 'antd';
import chinese from 'antd/es/locale/zh_CN.js';
import type { ReactNode } from 'react';
import look from './antd-theme.json' with { type: 'json' };
import { useMedia } from './media.ts';

// The bundler sees the module itself, the compiler a wrapper around it.
const zhCN = 'locale' in chinese ? (chinese as unknown as typeof chinese.default) : chinese.default;

export function ThemeProvider({ children }: { children: ReactNode }) {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const theme = { ...look, token: { ...look.token, motion: !still } } as ThemeConfig;

  return (
    <ConfigProvider locale={zhCN} theme={theme} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
