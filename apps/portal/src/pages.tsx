import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FilingPage } from '#contexts/intake/portal/domain/pages.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { readable } from '#kernel/readable.ts';
import { AccusationPage, FeedbackPage, LawPage, OfficesPage, ProsePage } from './about/AboutPages.tsx';
import { ErrorPage } from './about/ErrorPage.tsx';
import { NoticesPage } from './about/NoticesPage.tsx';
import { ProofPage } from './about/ProofPage.tsx';
import { RechecksPage } from './about/RechecksPage.tsx';
import { VerifyPage } from './about/VerifyPage.tsx';
import { WaysPage } from './about/WaysPage.tsx';
import { QuestionPage } from './file/QuestionPage.tsx';
import { ReceiptPage } from './file/ReceiptPage.tsx';
import { ExpiredPage, ResumePage, StopPage } from './file/ResumePages.tsx';
import { ReviewPage } from './file/ReviewPage.tsx';
import { StartPage } from './file/StartPage.tsx';
import { AskPage } from './follow/AskPage.tsx';
import { MyInformationPage } from './follow/MyInformationPage.tsx';
import { CommitmentPage } from './follow/Commitment.tsx';
import { CodePage } from './follow/CodePage.tsx';
import { OverviewPage, SealedPage, WaitingPage } from './follow/OverviewPages.tsx';
import { ProgressPage } from './follow/ProgressPage.tsx';
import { RatePage } from './follow/RatePage.tsx';
import { RefusedPage } from './follow/Refused.tsx';
import { AskReviewPage } from './follow/AskReviewPage.tsx';
import { JoinedPage, JoinNamePage, JoinPage } from './follow/JoinPages.tsx';
import { RosterPage } from './follow/RosterPage.tsx';
import { ComplainPage, ContactPage, SupplementPage } from './follow/SayPages.tsx';
import { OpenedPage, ThanksPage, WithdrawPage } from './follow/SmallPages.tsx';
import { HomePage } from './home/HomePage.tsx';

type Page = FilingPage | FollowPage;

/** Every page of the portal, by name; to add one to the types is to be asked for it here. */
const PAGES: { readonly [Name in Page['name']]: (page: Extract<Page, { name: Name }>, frame: Frame) => ReactElement } = {
  home: (_, frame) => <HomePage frame={frame} />,
  'file-start': (page, frame) => <StartPage frame={frame} page={page} />,
  question: (page, frame) => <QuestionPage frame={frame} page={page} />,
  'file-review': (page, frame) => <ReviewPage frame={frame} page={page} />,
  'file-stop': (page, frame) => <StopPage frame={frame} page={page} />,
  'file-expired': (_, frame) => <ExpiredPage frame={frame} />,
  resume: (page, frame) => <ResumePage frame={frame} page={page} />,
  receipt: (page, frame) => <ReceiptPage frame={frame} page={page} />,
  follow: (page, frame) => <CodePage frame={frame} page={page} />,
  waiting: (page, frame) => <WaitingPage frame={frame} page={page} />,
  overview: (page, frame) => <OverviewPage frame={frame} page={page} />,
  progress: (page, frame) => <ProgressPage frame={frame} page={page} />,
  refused: (page, frame) => <RefusedPage frame={frame} page={page} />,
  sealed: (page, frame) => <SealedPage frame={frame} page={page} />,
  opened: (page, frame) => <OpenedPage frame={frame} page={page} />,
  mine: (page, frame) => <MyInformationPage frame={frame} page={page} />,
  rate: (page, frame) => <RatePage frame={frame} page={page} />,
  complain: (page, frame) => <ComplainPage frame={frame} page={page} />,
  supplement: (page, frame) => <SupplementPage frame={frame} page={page} />,
  askReview: (page, frame) => <AskReviewPage frame={frame} page={page} />,
  contact: (page, frame) => <ContactPage frame={frame} page={page} />,
  ask: (page, frame) => <AskPage frame={frame} page={page} />,
  join: (page, frame) => <JoinPage frame={frame} page={page} />,
  joinName: (page, frame) => <JoinNamePage frame={frame} page={page} />,
  joined: (page, frame) => <JoinedPage frame={frame} page={page} />,
  roster: (page, frame) => <RosterPage frame={frame} page={page} />,
  commitment: (page, frame) => <CommitmentPage frame={frame} page={page} />,
  withdraw: (page, frame) => <WithdrawPage frame={frame} page={page} />,
  thanks: (page, frame) => <ThanksPage frame={frame} page={page} />,
  verify: (page, frame) => <VerifyPage frame={frame} page={page} />,
  proof: (page, frame) => <ProofPage frame={frame} page={page} />,
  offices: (page, frame) => <OfficesPage frame={frame} page={page} />,
  rechecks: (page, frame) => <RechecksPage frame={frame} page={page} />,
  notices: (page, frame) => <NoticesPage frame={frame} page={page} />,
  privacy: (_, frame) => <ProsePage frame={frame} name="privacy" />,
  accessibility: (_, frame) => <ProsePage frame={frame} name="accessibility" />,
  law: (_, frame) => <LawPage frame={frame} />,
  ways: (page, frame) => <WaysPage frame={frame} page={page} />,
  accusation: (_, frame) => <AccusationPage frame={frame} />,
  feedback: (_, frame) => <FeedbackPage frame={frame} />,
  error: (page, frame) => <ErrorPage frame={frame} page={page} />,
};

/** A page as text; the server sends it as it is. */
export function render(page: Page, frame: Frame): string {
  const show = PAGES[page.name] as (page: Page, frame: Frame) => ReactElement;
  return `<!doctype html>${readable(renderToStaticMarkup(show(page, frame)))}`;
}
