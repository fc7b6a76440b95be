import type { files as zh } from '../zh/files.ts';

/** Attachments, and why one was not taken. */
export const files: typeof zh = {
  title: 'Do you have anything to show for it?',
  label: 'Choose photographs, PDF files or recordings',
  hint: 'Photographs, PDF files and recordings.',
  none: 'If you have none, go on to the next question.',
  sizes: (most) => `At most 20 files of 20 MB each${most ? `, and ${most} MB together` : ''}.`,
  position: 'The place where a picture was taken is removed before it is kept.',
  kept: 'Received so far',
  remove: 'Remove',
  more: 'Upload, then choose more',
  button: 'Save and go to the next question',
  progressTitle: 'Uploading',
  progress: 'Uploading, file {at} of {of}',
  progressSafe: 'This may take a minute. What you have filled in is saved, even if you close the page.',
  refusedTitle: (count) => `${count === 1 ? 'One file was' : `${count} files were`} not taken; everything else is here`,
  why: 'You can hand in more later. Photographs and recordings count.',
  refused: {
    tooBig: 'is larger than 20 MB. Make the picture smaller, or split the recording or PDF',
    wrongType: 'is not a photograph, PDF or recording. Take a picture of it or save it as PDF',
    disguised: 'is named like a photograph, PDF or recording, but is something else, so it was not taken. Please check that you chose the right file',
    heic: 'is a HEIC photograph, which cannot be opened here. Choose “Most Compatible” in the camera settings, or upload a screenshot',
    broken: 'cannot be opened; it may be cut off or damaged. Please choose another',
    empty: 'is empty. Please choose another',
    tooMany: 'is one too many: at most 20. Hand in now and add more later',
    notStored: 'could not be stored; the fault is ours. Please try again in a few minutes',
    draftFull: 'does not fit: the files of one matter may be {most} MB together. Hand in now and add more later with your query code',
    placeFull:
      'was not taken: too much came from your network in this hour; everybody who shares it counts. Try again in an hour, or hand in now and add it later with your query code',
    shareFull: 'was not taken: the place for files is nearly full, and the fault is ours. Hand in what you wrote and add the file later with your query code',
  },
  elsewhere: (office, address) => `If it cannot wait, send it by post or bring it to the window: ${office}, ${address}, telephone`,
  size: (bytes) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`),
  types: { 'image/jpeg': 'Photograph', 'image/png': 'Picture', 'application/pdf': 'PDF' },
  audio: 'Recording',
};
