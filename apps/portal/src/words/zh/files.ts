import type { RefusedFile } from '#contexts/intake/portal/domain/pages.ts';

/** Attachments, and why one was not taken. */
export const files = {
  title: '有没有能证明的材料？',
  label: '选照片、PDF或者录音',
  hint: (most: string | undefined) =>
    `照片（JPG、PNG、WebP）、PDF、录音（MP3、M4A、WAV、AMR、OGG）。每份最大20 MB，最多20份${most ? `，合起来最大${most} MB` : ''}。没有材料，直接到下一题。`,
  position: '照片里记着的拍摄位置，我们会先去掉再保存。',
  kept: '已经收下的',
  remove: '去掉',
  more: '传上，再选几份',
  button: '保存，到下一题',
  progressTitle: '正在上传',
  progress: '正在上传，第{at}份，共{of}份',
  progressSafe: '网慢可能要1分钟。填好的内容已经存下，关掉也不会丢。',
  refusedTitle: (count: number) => `有${count}份没有收下，其他填的都在`,
  why: '材料可以以后再补。照片、录音都算。',
  refused: {
    tooBig: '超过20 MB。照片可以调小再传；录音、PDF可以分成几份',
    wrongType: '不是照片、PDF或者录音。可以拍成照片或者存成PDF再传',
    disguised: '名字是照片、PDF或者录音，内容却不是，所以没有收。请打开看看是不是选错了文件',
    heic: '是苹果手机的HEIC照片，这里打不开。请在手机“设置—相机—格式”里选“兼容性最佳”再拍，或者截屏后上传',
    broken: '打不开，可能没有拍全或者已经损坏。请换一份再传',
    empty: '是空的，没有内容。请换一份再传',
    tooMany: '超过20份。可以先交，以后再补充',
    notStored: '没有存上，是我们的系统出了问题。请过几分钟再传',
    draftFull: '放不下了，这件事的附件合起来最大{most} MB。可以先提交，以后凭查询码再补充',
    placeFull: '您所在的网络这一小时传得太多，同一网络的人合在一起算。请过1小时再传，或者先提交，以后凭查询码再补充',
    shareFull: '放附件的地方快满了，责任在我们。请先提交写好的内容，附件以后凭查询码再补充',
  } satisfies Record<RefusedFile['why'], string>,
  elsewhere: (office: string, address: string) => `等不及的，可以寄来或者送到窗口，照收不误：${office}，${address}，电话`,
  size: (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`),
  types: { 'image/jpeg': '照片', 'image/png': '图片', 'application/pdf': 'PDF' } as Readonly<Record<string, string>>,
  audio: '录音',
};
