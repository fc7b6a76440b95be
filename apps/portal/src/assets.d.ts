declare const __STYLE__: string;
declare const __SCRIPT__: string;
declare module '*.css';
