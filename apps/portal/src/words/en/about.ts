import type { about as zh } from '../zh/about.ts';
import { ways } from './ways.ts';

export const about: typeof zh = {
  offices: {
    title: 'Offices and towns',
    searched: (text, count) => (count > 0 ? `${count} for “${text}”` : `No office found for “${text}”`),
    none: 'If you do not know who is in charge, raise the matter here: the petition office sends it to the right place.',
    file: 'Raise a matter',
    host: 'Petition office',
    hours: 'Hours',
    address: 'Address',
    supervision: 'Complaints about delay and conduct',
    above: 'Level above',
  },
  verify: {
    title: 'Check a paper',
    headings: {
      inForce: 'This paper is genuine',
      corrected: 'This paper was issued and has been corrected',
      revoked: 'This paper was issued and has been revoked',
      voided: 'This number is void: the paper does not count',
    },
    notThis: 'Your file is not the one that was issued',
    foundText: 'Compare these with the paper in your hand; names stand here in Chinese, as they are printed on it. If one differs, it is not this paper.',
    notFound: 'This check code was not found',
    notFoundText: 'Please look at the paper again. If there is none, it was not issued here; call the petition office.',
    typed: 'Check code',
    typedHint: 'The last part of the address on the paper, letters and digits. Capitals do not matter.',
    again: 'Check again',
    name: 'Paper',
    no: 'Number',
    organ: 'Issued by',
    on: 'Date',
    state: 'In force',
    check: 'Check value',
    hash: 'Check value of the electronic file',
    states: { inForce: 'yes', corrected: 'corrected', revoked: 'revoked, no longer in force', voided: 'number voided, never sent' },
    replaced: (no) => `see ${no}`,
    compare: 'Check an electronic file',
    compareHint: 'Choose your PDF; its check value is compared. The file is not kept.',
    file: 'Choose a PDF file',
    button: 'Check this file',
    same: 'The same, to the last character',
    different: 'Different: this file was changed, or is another paper',
    nothing: 'No file chosen',
    noNames: 'No names and no content are shown here.',
  },
  proof: {
    title: 'Check a receipt; the daily proof',
    lead: 'A receipt carries a check value and an electronic signature. What was received cannot be denied, and no past day can be changed in secret.',
    receipt: 'How to check a receipt',
    steps: [
      'Under “How can I prove that I handed it in?” the receipt page shows its check value and signature. Give them, with the public key below, to any program that checks Ed25519.',
      'Or download the program below and run it on a computer with Node (22.18 or later): node verify-receipt.ts CHECKVALUE:SIGNATURE KEY. It needs no network, and nobody has to ask us.',
      'If it fits, this office received exactly that; if one character differed, the check value would differ.',
    ],
    programs: {
      'verify-receipt.ts': 'Download the program that checks a receipt',
      'verify-file.ts': 'Download the program that checks the ZIP of a case file',
    },
    key: (name) => `Public key of this office (${name})`,
    roots: 'The proof of each day',
    rootsText:
      'All records of a day are made into one number, chained to the day before, signed and published. Whoever changed one of them later would not fit what stands here. No names, no content.',
    noRoots: 'None yet. That of a day is published after midnight.',
    noneUntil: 'None up to this day.',
    day: 'Up to which day',
    dayHint: 'Written like 2026-07-20: the 31 days up to that one.',
    dayButton: 'Show',
    older: 'Earlier days',
    count: (count) => `, ${count} records`,
    root: 'day',
    chained: 'with the day before',
    signature: 'signature',
  },
  privacy: {
    title: 'How your information is used',
    parts: [
      ['Who is responsible', ['{host}, {address}, tel. {phone}.']],
      [
        'What is taken, and why',
        [
          'What you say, ask for and hand in: to deal with this matter, under Arts. 17–23 of the Regulation on Petition Work and Art. 13(1)(iii) of the Personal Information Protection Law (statutory duty).',
          'Name, phone, address, number of an identity paper: only if you give them, to write to you. Without them the matter is registered all the same.',
          'No location, no contacts, no device numbers, no face recognition. The place where a picture was taken is removed before it is kept.',
        ],
      ],
      [
        'Who can see it',
        [
          'Until its kind is set, only the desk for such mail. Then the officers in charge, their heads, and those who supervise.',
          'Each opening is recorded: who, when and why. With your query code you see which offices looked.',
          'A report of misconduct goes into a separately encrypted store; the person and unit reported cannot see it.',
          'Art. 30: it is forbidden to pass such a report, or who made it, to those reported.',
        ],
      ],
      [
        'How it is kept',
        [
          'Each matter has a key of its own; words and files are encrypted. The portal itself cannot open what it has taken in.',
          'A form that is not handed in is encrypted with a resume code that only you know, and deleted after 7 days.',
          "Concluded matters are kept by the archive rules, then deleted or made anonymous; intakes that became no matter for 2 years (this system's default).",
        ],
      ],
      [
        'Do machines decide',
        [
          'No machine decides on acceptance or answers. Machines point to what may be related; people decide.',
          'Nobody is scored, ranked or labelled, or treated differently for how often they came.',
        ],
      ],
      [
        'Your rights',
        [
          'See and copy: whatever the progress page shows can be downloaded.',
          'Correct and add: “Add material” and “Change contact” on the progress page.',
          "Deletion, explanation, complaint: call or write; answered within 15 working days (the law sets no number, this is the system's default; for seeing, copying and correcting, Arts. 45 and 46 of the Personal Information Protection Law say “in time”). A refusal gives its reasons; against it you can go to court (Art. 50).",
        ],
      ],
      [
        'What this site keeps on your device',
        [
          'One small file for language and size; one against other sites posing as you; while you fill in or follow, one encrypted and temporary. No statistics, no advertising.',
        ],
      ],
    ],
  },
  accessibility: {
    title: 'Accessibility',
    parts: [
      [
        'Ways to use it',
        [
          'Large print, high contrast and Chinese are at the top right. Add ?size=large to the address to open large print at once.',
          'Everything works without scripts, on old phones, with screen readers, and by keyboard.',
          'One question a page, saved at once; come back with a resume code.',
        ],
      ],
      [
        'How far it goes',
        [
          'Made to WCAG 2.2 level AA, checked with tools at every change.',
          'Not there yet: papers of the offices are in Chinese, and a few pictures in them have no description; call, and somebody reads them to you.',
        ],
      ],
      [
        'If it does not work for you',
        [
          'Call {phone}, or come to {address}: ask somebody to fill it in with you and read it back. If you need a ramp, sign language or other help, call first and ask.',
          'Not online? In person, by letter or by phone: same effect, same time limits.',
        ],
      ],
    ],
  },
  ways,
  law: {
    title: 'What the law promises you: all articles',
    lead: 'Only the time limits that concern you. Regulation on Petition Work, in force since 1 May 2022.',
    how: 'Counting: the first day is not counted; a last day that is a day off moves to the next working day (Civil Code, Arts. 201 and 203).',
    columns: ['Who', 'What', 'Time', 'Basis'],
    rows: [
      ['Petition office', 'Registers, gives a receipt', "The same day (the regulation sets no number; this is the system's default)", 'Art. 22(1)'],
      ['Petition office', 'Refers or assigns it to the office in charge', '15 days', 'Art. 22(1)'],
      ['Office that received it', 'Tells you in writing whether it accepts', '15 days', 'Art. 23(2), (3)'],
      ['Office that received it', 'Objects if it is not in charge', '5 working days', 'Art. 23(3)'],
      ['Office in charge', 'Decides on a claim in the petition procedure', '60 days from acceptance; once up to 30 more, with reasons in writing', 'Art. 34'],
      ['You', 'Ask the level above for a review', '30 days from receipt', 'Art. 35'],
      ['Reviewing organ', 'Answers in writing', '30 days', 'Art. 35'],
      ['You', 'Ask the next level for a second review', '30 days from receipt', 'Art. 36(1)'],
      ['Organ of the second review', 'Gives its opinion', '30 days; a hearing is not counted', 'Art. 36(2)'],
    ],
    other:
      "If courts, arbitration or reconsideration are the way, you are told where and by which day (Art. 31). For suggestions the law sets no number of days; this system's default is 60.",
    equal:
      'Online, in person, by letter and by phone are registered and counted alike. How often you raise something is never a reason to refuse. If it is already being handled within its time and you raise it again with an organ above, it is registered all the same; that organ does not accept it a second time, and you are told who is handling it and how far they are (Art. 19(3)). After a recheck opinion was delivered, the same facts and reasons are not accepted again (Art. 36(3)); new facts or reasons are.',
  },
  accusation: {
    title: 'How to report misconduct',
    lead: 'Reports of misconduct of officials or offices can go two ways.',
    direct: 'Straight to the discipline organ',
    directText: (name) => `${name}, not through the petition office: `,
    here: 'From here',
    hereText: [
      'Choose “I report misconduct” in the first question. You need not give your name.',
      'It is encrypted at once. One officer reads it and sets its kind; then it is in a sealed store, where no other staff can find or search it.',
      'The petition office hands it over under seal to the organ with power; the progress page then says only “handed over” and a phone number.',
      'If one letter holds both a report and a request, they are split, and the report is blacked out before the request is sent on.',
    ],
    law: 'It is forbidden to disclose or pass on a report, or who made it, to the persons or units reported (Art. 30(3)).',
    button: 'Report from here',
  },
  feedback: {
    title: 'Comment on this site',
    text: 'Tell us what is hard to read, press or fill in. It is treated as a suggestion: registered, with a receipt and an answer.',
    button: 'Make a suggestion',
    call: 'Or call: ',
  },
  error: {
    notFound: 'There is no such page',
    notFoundText: 'Please start from the home page. To see progress, type your query code there.',
    ours: 'It did not work, and the fault is ours',
    oursText: 'What was saved is all there. Please try again in a few minutes.',
    number: 'If it is urgent, call and give this number: ',
    refused: 'This step was not done',
    again: 'Go back and try again',
    says: {
      NotAllowed:
        'This page was open too long, so we cannot be sure that it was you, and it was not taken. Please start from the home page, open the form again and send it once more.',
      Invalid: 'Not all of the form arrived, and it was not taken. Please start from the home page, open the form again and send it once more.',
      Stale: 'Something else was done at the same time, and this step was not. Please send it again in a while.',
      Uncertain:
        'The connection broke at the last moment, and it is not certain whether it arrived. Please look with your query code first; send it again only if it is not there.',
      Unavailable: 'The system is busy, and this step was not done. What was saved is there; please send it again in a few minutes.',
      NoSpace: 'There is no room left at the moment, and this step was not done. What was saved is there; please try in a few hours, or call if it is urgent.',
      TooLarge: 'The text or a file is too large and was not taken. Please shorten it, or send smaller files, a few at a time.',
      TooMany:
        'Too much came at once, from you or from others on the same network. Please try again in a few minutes, at most an hour. If it cannot wait: call, write or come to the desk.',
    },
    written: {
      title: 'What you wrote is not lost',
      how: 'Press on the words below, choose "Select all", then "Copy"; when the form is open again, press on the empty field and choose "Paste".',
      label: (nth: number) => `Part ${nth} of what you wrote`,
    },
    phone: 'If you need help, call ',
    home: 'Home page',
    submitAgain: 'Hand in again',
  },
};
