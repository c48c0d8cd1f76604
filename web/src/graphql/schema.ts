export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * Implement the DateTime<Utc> scalar
   *
   * The input/output is a string in RFC3339 format.
   */
  DateTime: { input: string; output: string; }
  /** A scalar that can represent any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /**
   * ISO 8601 calendar date without timezone.
   * Format: %Y-%m-%d
   *
   * # Examples
   *
   * * `1994-11-13`
   * * `2000-02-24`
   */
  NaiveDate: { input: string; output: string; }
};

/** A personal access token. */
export type AccessToken = {
  __typename?: 'AccessToken';
  /** Since when. */
  createdAt: Scalars['DateTime']['output'];
  /** Until when. */
  expiresAt: Scalars['DateTime']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What its owner calls it. */
  name: Scalars['String']['output'];
  /** `read`, or `read` and `write`. */
  scopes: Array<Scalars['String']['output']>;
  /** Last used. */
  usedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What came of making a token. */
export type AccessTokenPayload = {
  __typename?: 'AccessTokenPayload';
  /** The token. */
  accessToken?: Maybe<AccessToken>;
  /** Its secret, shown this once: `Authorization: Bearer …`. */
  secret?: Maybe<Scalars['String']['output']>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** Where somebody's account stands. */
export type AccountState =
  /** In use. */
  | 'ACTIVE'
  /** Ended. */
  | 'CLOSED'
  /** Has not answered the invitation yet. */
  | 'INVITED'
  /** Shut for the time being. */
  | 'LOCKED';

/** Something that was done in an organisation's name. */
export type Act = {
  __typename?: 'Act';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who did it, as far as you may know them. */
  by?: Maybe<Person>;
  /** Its place in the list: pass it as `after` for what was done before. */
  cursor: Scalars['String']['output'];
  /** What: `decision.ballot_cast`, `organisation.edited`, … */
  kind: Scalars['String']['output'];
  /** The thing as it is now; null when it is gone for you. */
  node?: Maybe<Node>;
  /** The id of the thing it was done to. */
  nodeId: Scalars['ID']['output'];
};

/** For whom to act from now on. */
export type ActForInput = {
  /** In which network. */
  network: Scalars['ID']['input'];
  /** For which organisation; null for the network's secretariat. */
  organisation?: InputMaybe<Scalars['ID']['input']>;
};

/** A page of what was done in an organisation's name. */
export type ActPage = {
  __typename?: 'ActPage';
  /** The acts, newest first. */
  acts: Array<Act>;
  /** More was done before. */
  hasMore: Scalars['Boolean']['output'];
};

/** For whom one acts now. */
export type Acting = {
  __typename?: 'Acting';
  /** In which network. */
  network: Network;
  /** For which organisation; null for the network's secretariat. */
  organisation?: Maybe<Organisation>;
};

/** A new document. */
export type AddEvidenceInput = {
  /** What is written of it; without a title, the name of its first file is one. */
  about?: EvidenceInput;
  /** The working group that is its team, where it is restricted. */
  group?: InputMaybe<Scalars['ID']['input']>;
  /** How sensitive it is. */
  level: Sensitivity;
  /** In which network's library. */
  network: Scalars['ID']['input'];
  /** Files that have arrived, 1 to 20, in order. */
  uploads: Array<Scalars['ID']['input']>;
};

/** What came of adding a document. */
export type AddEvidencePayload = {
  __typename?: 'AddEvidencePayload';
  /** The document: the new one, or the one that the library had already. */
  document?: Maybe<EvidenceDocument>;
  /** The library had this file already: nothing was added. */
  existing: Scalars['Boolean']['output'];
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A new organisation, put into a network. */
export type AddOrganisationInput = {
  /** Its acronym. */
  acronym?: Scalars['String']['input'];
  /** Its fiscal or legal host. */
  host?: InputMaybe<Scalars['ID']['input']>;
  /** Where its headquarters are. */
  hq?: InputMaybe<Scalars['ID']['input']>;
  /** Its type: a code of the list `ORGANISATION_TYPE`. */
  kind: Scalars['String']['input'];
  /** How widely it is known; when left out, an unregistered group is hidden and others are known to members. */
  listing?: InputMaybe<Sensitivity>;
  /** Its name in at least one language. */
  name: TextInput;
  /** Into which network. */
  network: Scalars['ID']['input'];
  /** How it stands with the authorities. */
  registration: Registration;
  /** Codes of its themes. */
  themes?: Array<Scalars['String']['input']>;
  /** How it belongs. */
  tier: Tier;
};

/** A new person of an organisation. */
export type AddPersonInput = {
  /** Their address; needed to invite them. */
  email?: Scalars['String']['input'];
  /** Send them an invitation to have an account. */
  invite?: Scalars['Boolean']['input'];
  /** The language they want to be spoken to in; Khmer when left out. */
  language?: InputMaybe<Language>;
  /** Their name. */
  name: NameInput;
  /** Of which organisation. */
  organisation: Scalars['ID']['input'];
  /** Their position. */
  position?: InputMaybe<TextInput>;
  /** As they say. */
  sex?: InputMaybe<Sex>;
};

/** A new entry of a list. */
export type AddTermInput = {
  /** Its stable code: 2 to 40 small letters, digits or `_`. */
  code: Scalars['String']['input'];
  /** Its label in at least one language. */
  label: TextInput;
  /** Which list. */
  taxonomy: Taxonomy;
};

/** A position in an organisation. */
export type Affiliation = {
  __typename?: 'Affiliation';
  /** Where. */
  organisation: Organisation;
  /** As what. */
  position: Text;
  /** Since when. */
  since?: Maybe<Scalars['NaiveDate']['output']>;
};

/** How old somebody is, as far as it is asked. */
export type AgeBand =
  /** Between 31 and 59. */
  | 'ADULT'
  /** 60 and more. */
  | 'ELDER'
  /** Below 15. */
  | 'UNDER_15'
  /** Not known. */
  | 'UNKNOWN'
  /** Between 15 and 30: youth. */
  | 'YOUTH';

/** An item of the agenda of a dialogue. */
export type AgendaItem = {
  __typename?: 'AgendaItem';
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What kind it is. */
  kind: AgendaKind;
  /** How long it takes, in minutes. */
  minutes: Scalars['Int']['output'];
  /** All who speak on it are of one sex. */
  oneSided: Scalars['Boolean']['output'];
  /** Why that is so; for the team, else empty. */
  reason: Scalars['String']['output'];
  /** Who is to speak; under a protective rule for the team alone, else empty. */
  speakers: Array<AgendaSpeaker>;
  /** When it begins, as the items before it take their time. */
  startsAt: Scalars['DateTime']['output'];
  /** What it is called. */
  title: Text;
};

/** What an item of an agenda is to be. */
export type AgendaItemInput = {
  /** The item that it changes; left out for a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What kind it is. */
  kind: AgendaKind;
  /** How long it takes, in minutes, 1 to 1,440. */
  minutes: Scalars['Int']['input'];
  /** Why a panel is of one sex; asked where it is. */
  reason?: Scalars['String']['input'];
  /** Who is to speak, at most 20. */
  speakers?: Array<AgendaSpeakerInput>;
  /** What it is called; one language is enough. */
  title: TextInput;
};

/** What kind of item of an agenda it is. */
export type AgendaKind =
  /** Each side for itself. */
  | 'CAUCUS'
  /** Closing. */
  | 'CLOSING'
  /** Work in groups. */
  | 'GROUP_WORK'
  /** Opening. */
  | 'OPENING'
  /** Panel. */
  | 'PANEL'
  /** All together. */
  | 'PLENARY'
  /** Presentation. */
  | 'PRESENTATION';

/** Who is to speak to an item of an agenda. */
export type AgendaSpeaker = {
  __typename?: 'AgendaSpeaker';
  /** Who. */
  name: Scalars['String']['output'];
  /** As what. */
  role: SpeakerRole;
  /** As far as known. */
  sex: Sex;
};

/** Who is to speak. */
export type AgendaSpeakerInput = {
  /** Who. */
  name: Scalars['String']['input'];
  /** As what. */
  role: SpeakerRole;
  /** As far as known. */
  sex?: InputMaybe<Sex>;
};

/** How often one is told of what is new in a search. */
export type AlertRhythm =
  /** Every day, by mail. */
  | 'DAILY'
  /** Never. */
  | 'NONE'
  /** Every week, by mail. */
  | 'WEEKLY';

/** What an amendment does. */
export type AmendmentOperation =
  /** Adds words. */
  | 'ADD'
  /** Takes words away. */
  | 'DELETE'
  /** Puts words in the place of others. */
  | 'REPLACE';

/** What whoever holds an invitation says. */
export type AnswerAsGuestInput = {
  /** Who is told its name. */
  attribution: Attribution;
  /** By what right; needed to sign. */
  basis?: InputMaybe<EndorsementBasis>;
  /** The secret from the link. */
  link: Scalars['String']['input'];
  /** In which post. */
  post?: Scalars['String']['input'];
  /** With what it does not agree; needed to sign with a reservation. */
  reservation?: Scalars['String']['input'];
  /** Who signs. */
  signatory?: Scalars['String']['input'];
  /** It signs, signs with a reservation, declines, or withdraws its signature. */
  state: EndorsementState;
  /** The hash of the text that was read, in hexadecimal. Another one by now: `CONFLICT`. */
  textHash: Scalars['String']['input'];
};

/** An answer to an invitation or reset link. */
export type AnswerLinkInput = {
  /** The secret from the link. */
  link: Scalars['String']['input'];
  /** The password to have from now on. */
  password: Scalars['String']['input'];
};

/** What somebody outside says. */
export type AnswerOutcomeInput = {
  /** What they say. */
  answer: SubstantiationAnswer;
  /** In their words; needed where they do not agree, or agree in part. At most 4,000 characters. */
  comment?: Scalars['String']['input'];
  /** The secret from the link. */
  link: Scalars['String']['input'];
  /** They may be named with it. */
  onRecord: Scalars['Boolean']['input'];
};

/** A referee's answer. */
export type AnswerReferenceInput = {
  /** What you say. */
  answer: ReferenceAnswer;
  /** The secret from the link. */
  link: Scalars['String']['input'];
  /** Who you are: name and position. */
  name: Scalars['String']['input'];
  /** In your words; needed when you do not recommend. */
  statement?: Scalars['String']['input'];
};

/** What a signatory says for an organisation. */
export type AnswerSignOnInput = {
  /** Who is told its name. */
  attribution: Attribution;
  /** By what right; needed to sign. */
  basis?: InputMaybe<EndorsementBasis>;
  /** The name as it is to be shown; the organisation's own when left out. */
  displayName?: InputMaybe<TextInput>;
  /** Why it does not sign, to be printed under the published text by its name; empty where nothing is to be printed. */
  dissent?: Scalars['String']['input'];
  /** Its logo may stand beside its name; never where the name is withheld. */
  logo?: Scalars['Boolean']['input'];
  /** The decision by which it signs, a document of the library. */
  mandateDocument?: InputMaybe<Scalars['ID']['input']>;
  /** What else there is to say, to the coordinator alone. */
  note?: Scalars['String']['input'];
  /** With what it does not agree; needed to sign with a reservation. */
  reservation?: Scalars['String']['input'];
  /** The sections concerned, by their keys. */
  sections?: Array<Scalars['String']['input']>;
  /** What: it signs, signs with a reservation, abstains, declines, or asks its board. */
  state: EndorsementState;
  /** The hash of the text that was read, in hexadecimal. Another one by now: `CONFLICT`. */
  textHash: Scalars['String']['input'];
};

/** What is known of a membership while it is applied for. Only for the applicant, the secretariat and the committee. */
export type Application = {
  __typename?: 'Application';
  /** When those who decide admitted it. */
  admittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its signatory accepted the code of conduct. */
  conductAcceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who did. */
  conductAcceptedBy?: Maybe<Person>;
  /** The decision on it; null before, and for the applicant. */
  decision?: Maybe<Decision>;
  /** Why it wants to join. */
  motivation: Text;
  /** Its referees. */
  referees: Array<Referee>;
  /** Why it was given back last; empty when it was not. */
  returnedReason: Scalars['String']['output'];
  /** What the review found; null for the applicant. */
  review?: Maybe<Review>;
  /** How it came to where it stands, the oldest first. */
  steps: Array<MembershipStep>;
  /** When it was handed in last. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What you may do with it. */
  viewerCan: ApplicationViewerCan;
};

/** What you may do with an application. */
export type ApplicationViewerCan = {
  __typename?: 'ApplicationViewerCan';
  /** Accept the code of conduct for the organisation. */
  acceptConduct: Scalars['Boolean']['output'];
  /** Change it and hand it in. */
  edit: Scalars['Boolean']['output'];
  /** Review it, recommend it or give it back. */
  review: Scalars['Boolean']['output'];
  /** Take it back into a draft. */
  takeBack: Scalars['Boolean']['output'];
};

/** Somebody outside who is to be asked. */
export type AskOutsiderInput = {
  /** Where the link goes: an address of nobody who has a part in it. */
  email: Scalars['String']['input'];
  /** In which language. */
  language: Language;
  /** Who. */
  name: Scalars['String']['input'];
  /** About which outcome. */
  outcome: Scalars['ID']['input'];
};

/** What became of an ask. */
export type AskResponse =
  /** Yes. */
  | 'ACCEPTED'
  /** Nothing yet. */
  | 'NONE'
  /** It was heard. */
  | 'NOTED'
  /** Yes in part. */
  | 'PARTLY_ACCEPTED'
  /** No. */
  | 'REJECTED';

/** A rating to be given. */
export type AssessmentInput = {
  /** Through whom it is reached; at most 1,000 characters. */
  accessibleThrough?: Scalars['String']['input'];
  /** -2 works against the ask … +2 champion. */
  alignment: Scalars['Int']['input'];
  /** On which day; today when left out. */
  assessedOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** What was seen or heard: behaviour, not opinion; at most 3,000 characters. */
  basis: Scalars['String']['input'];
  /** 1 a guess … 5 public, documented behaviour. */
  confidence: Scalars['Int']['input'];
  /** What one would see change; at most 1,000 characters. */
  desiredChange?: Scalars['String']['input'];
  /** Documents of the library that say so: at most 20. */
  documents?: Array<Scalars['ID']['input']>;
  /** The contact from which one knows. */
  engagement?: InputMaybe<Scalars['ID']['input']>;
  /** 1 no say over the decision … 5 takes or can veto it. */
  influence: Scalars['Int']['input'];
  /** 1 unaware … 5 drives the issue. */
  interest: Scalars['Int']['input'];
  /** For which objective; for the campaign as a whole when left out. */
  objective?: InputMaybe<Scalars['ID']['input']>;
  /** By what one knows: needed where neither a document nor a contact is given. At most 1,000 characters. */
  sources?: Scalars['String']['input'];
  /** How to go about it; at most 2,000 characters. */
  strategy?: Scalars['String']['input'];
  /** The last day on which it counts; 180 days on when left out. */
  validUntil?: InputMaybe<Scalars['NaiveDate']['input']>;
};

/** What came of a rating. */
export type AssessmentPayload = {
  __typename?: 'AssessmentPayload';
  /** The rating. */
  assessment?: Maybe<StakeholderAssessment>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A mark made at the door. */
export type AttendanceInput = {
  /** As far as known. */
  age?: InputMaybe<AgeBand>;
  /** When it was marked, by the clock of the device: of two marks of one person the later holds. */
  at: Scalars['DateTime']['input'];
  /** Of which group; of somebody invited, that of the invitation. */
  constituency?: Scalars['String']['input'];
  /** With a disability, as they say of themselves. */
  disability?: InputMaybe<YesNo>;
  /** Its id, chosen by the device: `attendance:` and a UUID. Sent twice it counts once. */
  id: Scalars['ID']['input'];
  /** Indigenous, as they say of themselves. */
  indigenous?: InputMaybe<YesNo>;
  /** Whose invitation; left out for who came without. */
  invitation?: InputMaybe<Scalars['ID']['input']>;
  /** Who came without, or nothing. */
  name?: Scalars['String']['input'];
  /** So many people: more than one of a paper list alone. */
  people?: Scalars['Int']['input'];
  /** How far they were there. */
  presence: Presence;
  /** As far as known; of somebody invited, what the invitation says where this is left out. */
  sex?: InputMaybe<Sex>;
};

/** Who is told the name of an organisation that signs. */
export type Attribution =
  /** Whoever the text is addressed to, and nobody else. */
  | 'ADDRESSEE_ONLY'
  /** Nobody: it is counted. */
  | 'COUNTED_ANONYMOUSLY'
  /** Everybody. */
  | 'PUBLIC';

/** An organisation's ballot, as it stands. */
export type Ballot = {
  __typename?: 'Ballot';
  /** When it was cast. */
  castAt: Scalars['DateTime']['output'];
  /** Who cast it, as far as you may know them. */
  castBy?: Maybe<Person>;
  /** Disagreement that is to stand beside the result. */
  dissent: Scalars['String']['output'];
  /** Its id; pass it back when replacing it. */
  id: Scalars['ID']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
  /** What it says. */
  stance: Stance;
};

/** What a ballot can say. */
export type BallotScale =
  /** Eight gradients of agreement (Kaner), from endorsing to blocking. */
  | 'GRADIENTS'
  /** In favour, against, abstain, stand aside, objection. */
  | 'VOTE';

/** Who applies, and to which network. */
export type BeginApplicationInput = {
  /** Your address; not needed when you are signed in. */
  email?: Scalars['String']['input'];
  /** The language to write to you in; Khmer when left out. */
  language?: InputMaybe<Language>;
  /** Your name; not needed when you are signed in. */
  name?: InputMaybe<NameInput>;
  /** To which network. */
  network: Scalars['ID']['input'];
  /** The organisation's name in at least one language. */
  organisation: TextInput;
};

/** What came of beginning an application. */
export type BeginApplicationPayload = {
  __typename?: 'BeginApplicationPayload';
  /** The membership in draft; null when you are not signed in: look into your mail then. */
  membership?: Maybe<Membership>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A sign-in at a provider. */
export type BeginOpenIdInput = {
  /** The secret of the invitation that is answered. */
  invitation?: InputMaybe<Scalars['String']['input']>;
  /** Which of `hub.signInProviders`. */
  provider: Scalars['String']['input'];
  /** Why. */
  purpose?: OpenIdPurpose;
  /** The page of this hub to come back to: a path; the first page when left out. */
  to?: InputMaybe<Scalars['String']['input']>;
};

/** What came of beginning a sign-in at a provider. */
export type BeginOpenIdPayload = {
  __typename?: 'BeginOpenIdPayload';
  /** How it ended. */
  status: Status;
  /** Where the browser goes now; it comes back by itself. */
  url?: Maybe<Scalars['String']['output']>;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A point that has begun. */
export type BegunPoint = {
  __typename?: 'BegunPoint';
  /** Of which dialogue. */
  dialogue: Dialogue;
  /** The point's id. */
  point: Scalars['ID']['output'];
};

/** What came of beginning a point. */
export type BegunPointPayload = {
  __typename?: 'BegunPointPayload';
  /** The point. */
  begun?: Maybe<BegunPoint>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What is planned and spent in one currency. */
export type BudgetSum = {
  __typename?: 'BudgetSum';
  /** In which currency. */
  currency: Currency;
  /** Planned: an exact amount in decimal figures. */
  planned: Scalars['String']['output'];
  /** Spent so far: an exact amount in decimal figures. */
  spent: Scalars['String']['output'];
};

/** What organisations do together to change something: from the problem to the ask to the outcome. */
export type Campaign = Node & {
  __typename?: 'Campaign';
  /** Whom the problem touches. */
  affected: Text;
  /** From where it presses; null for those who are not in the team. */
  approach?: Maybe<CampaignApproach>;
  /** Its money; for the team alone, else null. */
  budget?: Maybe<CampaignBudget>;
  /** What the team says to each other in it, the latest first; for the team alone, else empty. */
  comments: CampaignCommentConnection;
  /** What to mind so that nobody is set against anybody; for the team alone, else empty. */
  conflictNote: Scalars['String']['output'];
  /** What was learnt; for the team alone, else empty. */
  debrief: Scalars['String']['output'];
  /** Its last day. */
  endsOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** What is to be reached. */
  goal: Text;
  /** Run by which working group, if by one. */
  group?: Maybe<WorkingGroup>;
  /** What changed in it, the newest first; for the team alone, else empty. */
  history: CampaignChangeConnection;
  /** Its id. */
  id: Scalars['ID']['output'];
  /**
   * What its plan is made of, by kind and place: at most 100 of each kind. Everybody who knows it is told objectives and
   * asks; members also steps, messages, markers and indicators; the team alone risks, forces and budget lines.
   */
  items: Array<PlanItem>;
  /** The organisation that leads it, as far as you may know it. */
  lead?: Maybe<Organisation>;
  /** Who has how much to do, the busiest first; for the team alone, else empty. */
  load: Array<CampaignLoad>;
  /**
   * Who takes part, those who lead first, as far as you may know them: at most 200. Those who are asked, have declined or
   * have left are told to the team alone.
   */
  members: Array<CampaignMember>;
  /** Where it stands, since when. */
  movedAt: Scalars['DateTime']['output'];
  /** In which network. */
  network?: Maybe<Network>;
  /** What has changed because of it, the latest written first; those who are not in the team are told what is published. */
  outcomes: OutcomeConnection;
  /** What the lines of its budget pay for, at most 1,000 pieces of work; for the team alone, else empty. */
  paidWork: Array<CampaignWork>;
  /** Where. */
  places: Array<Place>;
  /** The laws and policies it is about, as they are cited. */
  policies: Scalars['String']['output'];
  /** What is wrong. */
  problem: Text;
  /** A report; refused to those who are not in the team. */
  report: CampaignReport;
  /** What to mind so that nobody is harmed by those who act; for the team alone, else empty. */
  safeguardingNote: Scalars['String']['output'];
  /** Its first day. */
  startsOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Where it stands. */
  state: CampaignState;
  /** Why it rests or was given up; for the team alone, else empty. */
  stateReason: Scalars['String']['output'];
  /** What it is about. */
  themes: Array<Term>;
  /** The golden thread: from the evidence to the paper to the ask to what came of it, and back. */
  thread: CampaignThread;
  /** What it is called. */
  title: Text;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
  /** What you may do with it. */
  viewerCan: CampaignViewerCan;
  /** Who may know it. */
  visibility: CampaignVisibility;
  /** What is done and when, by its place on the board: for members, tasks and notes for the team alone; nothing for others. */
  work: CampaignWorkConnection;
};


/** What organisations do together to change something: from the problem to the ask to the outcome. */
export type CampaignCommentsArgs = {
  about?: InputMaybe<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What organisations do together to change something: from the problem to the ask to the outcome. */
export type CampaignHistoryArgs = {
  about?: InputMaybe<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What organisations do together to change something: from the problem to the ask to the outcome. */
export type CampaignItemsArgs = {
  kinds?: InputMaybe<Array<PlanItemKind>>;
};


/** What organisations do together to change something: from the problem to the ask to the outcome. */
export type CampaignOutcomesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What organisations do together to change something: from the problem to the ask to the outcome. */
export type CampaignReportArgs = {
  input: CampaignReportInput;
};


/** What organisations do together to change something: from the problem to the ask to the outcome. */
export type CampaignThreadArgs = {
  through?: InputMaybe<Scalars['ID']['input']>;
};


/** What organisations do together to change something: from the problem to the ask to the outcome. */
export type CampaignWorkArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<CampaignWorkKind>>;
  organisation?: InputMaybe<Scalars['ID']['input']>;
};

/** From where a campaign presses. */
export type CampaignApproach =
  /** From within, with those who decide. */
  | 'INSIDER'
  /** Both. */
  | 'MIXED'
  /** From without, with those who are concerned. */
  | 'OUTSIDER';

/** A campaign's money: each currency by itself, and both in dollars by a dated rate. */
export type CampaignBudget = {
  __typename?: 'CampaignBudget';
  /** All of it in dollars, to the nearest cent; null as long as nobody has entered a dated rate. */
  inDollars?: Maybe<BudgetSum>;
  /** The day of the rate. */
  rateOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** By what one knows the rate. */
  rateSource: Scalars['String']['output'];
  /** So many riel are a dollar on that day. */
  rielPerDollar?: Maybe<Scalars['Int']['output']>;
  /** The sum of each currency that is used. */
  sums: Array<BudgetSum>;
};

/** A change of one field of a campaign, or of something in it. */
export type CampaignChange = {
  __typename?: 'CampaignChange';
  /** Of what: `campaign`, `member`, an item's kind, or a piece of work's kind. */
  about: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who changed it; null for the hub itself, and for people who are not for you. */
  by?: Maybe<Person>;
  /** Which field. */
  field: Scalars['String']['output'];
  /** What it became, as JSON; `null` once it was taken out. */
  now: Scalars['String']['output'];
  /** For which organisation. */
  onBehalfOf?: Maybe<Organisation>;
  /** What it was, as JSON; `null` before there was anything. */
  was: Scalars['String']['output'];
};

/** A page of a list of changes in a campaign. */
export type CampaignChangeConnection = {
  __typename?: 'CampaignChangeConnection';
  /** The rows. */
  edges: Array<CampaignChangeEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of changes in a campaign. */
export type CampaignChangeEdge = {
  __typename?: 'CampaignChangeEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: CampaignChange;
};

/** Something said in a campaign, to its team. */
export type CampaignComment = {
  __typename?: 'CampaignComment';
  /**
   * On what: the id of the item, the piece of work, the value or the outcome, without its kind; the campaign's own for the
   * campaign itself.
   */
  about: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** What is said; empty once it was taken back. */
  body: Scalars['String']['output'];
  /** By whom; null for people who are not for you. */
  by?: Maybe<Person>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Who was told of it, as far as you may know them: at most 20. */
  mentions: Array<Person>;
  /** For which organisation. */
  onBehalfOf?: Maybe<Organisation>;
  /** It was taken back. */
  removed: Scalars['Boolean']['output'];
  /** You said it. */
  yours: Scalars['Boolean']['output'];
};

/** A page of a list of comments in a campaign. */
export type CampaignCommentConnection = {
  __typename?: 'CampaignCommentConnection';
  /** The rows. */
  edges: Array<CampaignCommentEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of comments in a campaign. */
export type CampaignCommentEdge = {
  __typename?: 'CampaignCommentEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: CampaignComment;
};

/** Something to be said in a campaign. */
export type CampaignCommentInput = {
  /** On what: a campaign, an item of its plan, a piece of work, a value of an indicator, or an outcome. */
  about: Scalars['ID']['input'];
  /** What is said: at most 4,000 characters. */
  body: Scalars['String']['input'];
  /** Who is told of it by mail: people who may know what the team knows, at most 20. */
  mentions?: Array<Scalars['ID']['input']>;
};

/** What came of saying something. */
export type CampaignCommentPayload = {
  __typename?: 'CampaignCommentPayload';
  /** What was said. */
  comment?: Maybe<CampaignComment>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A page of a list of campaigns. */
export type CampaignConnection = {
  __typename?: 'CampaignConnection';
  /** The rows. */
  edges: Array<CampaignEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of campaigns. */
export type CampaignEdge = {
  __typename?: 'CampaignEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Campaign;
};

/** What a campaign is to say of itself. */
export type CampaignInput = {
  /** Whom the problem touches. */
  affected: TextInput;
  /** From where it presses. */
  approach: CampaignApproach;
  /** What to mind so that nobody is set against anybody. */
  conflictNote?: Scalars['String']['input'];
  /** Its last day. */
  endsOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** What is to be reached. */
  goal: TextInput;
  /** Where. */
  places?: Array<Scalars['ID']['input']>;
  /** The laws and policies it is about, as they are cited. */
  policies?: Scalars['String']['input'];
  /** What is wrong. */
  problem: TextInput;
  /** What to mind so that nobody is harmed by those who act. */
  safeguardingNote?: Scalars['String']['input'];
  /** Its first day. */
  startsOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** Codes of its themes. */
  themes?: Array<Scalars['String']['input']>;
  /** What it is called; one language is enough. */
  title: TextInput;
  /** Who may know it; changed by those who lead it. */
  visibility: CampaignVisibility;
};

/** How much an organisation has to do in a campaign. */
export type CampaignLoad = {
  __typename?: 'CampaignLoad';
  /** All that was not given up. */
  all: Scalars['Int']['output'];
  /** Done. */
  done: Scalars['Int']['output'];
  /** Which organisation; null for what nobody has taken, and for those who are not for you. */
  organisation?: Maybe<Organisation>;
  /** Still to be done, and its last day is past. */
  overdue: Scalars['Int']['output'];
};

/** An organisation's part in a campaign. */
export type CampaignMember = {
  __typename?: 'CampaignMember';
  /** When it answered. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it takes upon itself; empty for those who are no members. */
  commitment: Scalars['String']['output'];
  /** Since when it is asked. */
  invitedAt: Scalars['DateTime']['output'];
  /** What it said with its answer; for the team alone. */
  note: Scalars['String']['output'];
  /** Which organisation. */
  organisation: Organisation;
  /** Which part. */
  role: CampaignRole;
  /** What it has said. */
  state: CampaignMemberState;
  /** You answer for it. */
  youAnswer: Scalars['Boolean']['output'];
};

/** What an organisation has said to its part in a campaign. */
export type CampaignMemberState =
  /** It takes part. */
  | 'ACCEPTED'
  /** It does not. */
  | 'DECLINED'
  /** It is asked. */
  | 'INVITED'
  /** It did, and does no more. */
  | 'LEFT';

/** What came of a change to a campaign. */
export type CampaignPayload = {
  __typename?: 'CampaignPayload';
  /** The campaign as it is now. */
  campaign?: Maybe<Campaign>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A report: one table, in one language. */
export type CampaignReport = {
  __typename?: 'CampaignReport';
  /** What it was asked for, when and by whom: at most 4 lines. */
  about: Array<Scalars['String']['output']>;
  /** What is said under it. */
  foot: Array<Scalars['String']['output']>;
  /** The heads of its columns. */
  heads: Array<Scalars['String']['output']>;
  /** Its rows, each with a cell for every head: at most 500. */
  rows: Array<Array<Scalars['String']['output']>>;
  /** What it is called. */
  title: Scalars['String']['output'];
};

/** What a report is asked for. */
export type CampaignReportInput = {
  /** Of the donor of this name alone. */
  donor?: Scalars['String']['input'];
  /** The period's first day; the campaign's own when left out. */
  from?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** Which report. */
  kind: ReportKind;
  /** In which language. */
  language: Language;
  /** It leaves the team: small groups are withheld, and outcomes are those that are public. */
  public?: Scalars['Boolean']['input'];
  /** The period's last day; today when left out. */
  to?: InputMaybe<Scalars['NaiveDate']['input']>;
};

/** Which part an organisation has in a campaign. */
export type CampaignRole =
  /** Gives advice. */
  | 'ADVISORY'
  /** Leads it with another. */
  | 'CO_LEAD'
  /** Leads it. */
  | 'LEAD'
  /** Does a part of the work. */
  | 'SUPPORTING';

/** Where a campaign stands. */
export type CampaignState =
  /** Under way. */
  | 'ACTIVE'
  /** The plan stands; it has not begun. */
  | 'APPROVED'
  /** Given up. */
  | 'CANCELLED'
  /** Over. */
  | 'CLOSED'
  /** Being looked back on. */
  | 'CLOSING'
  /** An idea. */
  | 'CONCEPT'
  /** Halted for a reason, and may go on. */
  | 'PAUSED'
  /** Being planned. */
  | 'PLANNING';

/** A plan that is made before. */
export type CampaignTemplate =
  /** That communes show their budgets. */
  | 'COMMUNE_BUDGET'
  /** A national law. */
  | 'NATIONAL_LAW'
  /** That a public service becomes better. */
  | 'SERVICE_QUALITY';

/** The golden thread: from the evidence to the paper to the ask to what came of it, with the places where it is broken. */
export type CampaignThread = {
  __typename?: 'CampaignThread';
  /** What leads to what. */
  links: Array<ThreadLink>;
  /** What hangs on it, as far as you may know it. */
  nodes: Array<ThreadNode>;
};

/** What you may do with a campaign. */
export type CampaignViewerCan = {
  __typename?: 'CampaignViewerCan';
  /** Approve its plan. */
  approve: Scalars['Boolean']['output'];
  /** Give it up. */
  cancel: Scalars['Boolean']['output'];
  /** Change its plan and do its work. */
  edit: Scalars['Boolean']['output'];
  /** Say who takes part, when it begins, rests and ends. */
  lead: Scalars['Boolean']['output'];
  /** Write down how far it has come. */
  measure: Scalars['Boolean']['output'];
  /** Make outcomes public. */
  publish: Scalars['Boolean']['output'];
  /** Judge what is written of outcomes, and ask outsiders about them. */
  review: Scalars['Boolean']['output'];
  /** Say something to its team. */
  talk: Scalars['Boolean']['output'];
  /** Know what the team alone may know. */
  viewInside: Scalars['Boolean']['output'];
  /** Know its map of stakeholders. */
  viewMap: Scalars['Boolean']['output'];
};

/** Who may know a campaign. */
export type CampaignVisibility =
  /** The members of the network. */
  | 'MEMBERS'
  /** Everybody, once it has begun. */
  | 'PUBLIC'
  /** Those who take part. */
  | 'TEAM';

/** Something that is done in a campaign, or the days on which it can be. */
export type CampaignWork = {
  __typename?: 'CampaignWork';
  /** Where. */
  at?: Maybe<Place>;
  /** For whom it is: `public`, `influencer` or `decision_maker`. */
  audience: Scalars['String']['output'];
  /** The line of the budget that pays for it; for the team alone, else null. */
  budgetLine?: Maybe<Scalars['ID']['output']>;
  /** What it seeks: `awareness`, `will` or `action`. */
  changeSought: Scalars['String']['output'];
  /** How much the team has said of it; nought for those who are not in it. */
  commentCount: Scalars['Int']['output'];
  /** The documents of the library it rests on that you may know; for the team alone, else empty. */
  documents: Array<EvidenceDocument>;
  /** Since when it is done. */
  doneAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its last day. */
  dueOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: CampaignWorkKind;
  /** More about it; empty for those who are not in the team. */
  note: Scalars['String']['output'];
  /** Which organisation does it, as far as you may know it. */
  organisation?: Maybe<Organisation>;
  /** Who does it, as far as you may know them. */
  person?: Maybe<Person>;
  /** By what one knows of it. */
  source: Scalars['String']['output'];
  /** Its first day. */
  startsOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Where it stands. */
  status: CampaignWorkStatus;
  /** By which tactic: a code. */
  tactic: Scalars['String']['output'];
  /** What it is called. */
  title: Text;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
  /** The policy window it prepares. */
  window?: Maybe<Scalars['ID']['output']>;
};

/** A page of a list of work in a campaign. */
export type CampaignWorkConnection = {
  __typename?: 'CampaignWorkConnection';
  /** The rows. */
  edges: Array<CampaignWorkEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of work in a campaign. */
export type CampaignWorkEdge = {
  __typename?: 'CampaignWorkEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: CampaignWork;
};

/** What a piece of work is to be. */
export type CampaignWorkInput = {
  /** Where. */
  at?: InputMaybe<Scalars['ID']['input']>;
  /** For whom it is: `public`, `influencer` or `decision_maker`. */
  audience?: Scalars['String']['input'];
  /** The line of the campaign's budget that pays for it. */
  budgetLine?: InputMaybe<Scalars['ID']['input']>;
  /** What it seeks: `awareness`, `will` or `action`. */
  changeSought?: Scalars['String']['input'];
  /** Its last day; needed for windows and milestones. */
  dueOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** More about it. */
  note?: Scalars['String']['input'];
  /** Which organisation does it: one that takes part. */
  organisation?: InputMaybe<Scalars['ID']['input']>;
  /** Who does it: one of that organisation's people. */
  person?: InputMaybe<Scalars['ID']['input']>;
  /** By what one knows of it; needed for windows. */
  source?: Scalars['String']['input'];
  /** Its first day; needed for windows. */
  startsOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** Where it stands. */
  status: CampaignWorkStatus;
  /** By which tactic: a code. */
  tactic?: Scalars['String']['input'];
  /** What it is called. */
  title: TextInput;
  /** The policy window it prepares. */
  window?: InputMaybe<Scalars['ID']['input']>;
};

/** What a piece of work is. */
export type CampaignWorkKind =
  /** Something that is done towards somebody. */
  | 'ACTIVITY'
  /** A day by which something stands. */
  | 'MILESTONE'
  /** Something somebody has to do. */
  | 'TASK'
  /** A time in which policy can be moved. */
  | 'WINDOW';

/** What came of a change to a piece of work. */
export type CampaignWorkPayload = {
  __typename?: 'CampaignWorkPayload';
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
  /** The work as it is now. */
  work?: Maybe<CampaignWork>;
};

/** Where a piece of work stands. */
export type CampaignWorkStatus =
  /** Being done. */
  | 'DOING'
  /** Done. */
  | 'DONE'
  /** Given up. */
  | 'DROPPED'
  /** To be done. */
  | 'TODO';

/** A ballot to cast. */
export type CastBallotInput = {
  /** In which decision. */
  decision: Scalars['ID']['input'];
  /** Disagreement that is to stand beside the result. */
  dissent?: Scalars['String']['input'];
  /** For which organisation. */
  organisation: Scalars['ID']['input'];
  /** Why; needed to object. */
  reason?: Scalars['String']['input'];
  /** The ballot it replaces; null for the first. Another one by now: `CONFLICT`. */
  replaces?: InputMaybe<Scalars['ID']['input']>;
  /** What it says. */
  stance: Stance;
};

/** Something that happened, as far as you may know. */
export type Change = {
  __typename?: 'Change';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who did it; null for the hub itself, and for people who are not for you. */
  by?: Maybe<Person>;
  /** Where to go on after a lost connection: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** What happened: `organisation.edited`, `role.granted`, … */
  kind: Scalars['String']['output'];
  /** The thing as it is now; null when it is gone for you. */
  node?: Maybe<Node>;
  /** The id of the thing it happened to. */
  nodeId: Scalars['ID']['output'];
};

/** A change of the address one signs in with. */
export type ChangeEmailInput = {
  /** The new address. */
  email: Scalars['String']['input'];
  /** One's password; ignored for accounts without. */
  password: Scalars['String']['input'];
};

/** What is to change in many pieces of work; what is left out stays. */
export type ChangeManyWorkInput = {
  /** Of which campaign. */
  campaign: Scalars['ID']['input'];
  /** So many days later; earlier where it is below zero. At most ten years. */
  days?: InputMaybe<Scalars['Int']['input']>;
  /** Nobody does them yet. */
  nobody?: Scalars['Boolean']['input'];
  /** Which organisation does them. */
  organisation?: InputMaybe<Scalars['ID']['input']>;
  /** Where they stand. */
  status?: InputMaybe<CampaignWorkStatus>;
  /** Which: 1 to 200. */
  work: Array<ReadWorkInput>;
};

/** A change of password. */
export type ChangePasswordInput = {
  /** The one to have from now on. */
  new: Scalars['String']['input'];
  /** The present one; ignored for accounts without. */
  old: Scalars['String']['input'];
};

/** A piece of text between two others, and what happened to it. */
export type ChangedPiece = {
  __typename?: 'ChangedPiece';
  /** What happened. */
  fate: PieceFate;
  /** The text; may hold line breaks. */
  text: Scalars['String']['output'];
};

/** What changed since the text that organisations have signed. */
export type ChangedSinceSigned = {
  __typename?: 'ChangedSinceSigned';
  /** Both have: signatures stand when the text is opened for signing again. */
  agreed: Scalars['Boolean']['output'];
  /** The chair who calls it editorial; null for nobody, and for people who are not for you. */
  chair?: Maybe<Person>;
  /** Word by word; languages that did not change are left out. */
  changes: Array<TextChange>;
  /** The convenor who calls it editorial; null for nobody, and for people who are not for you. */
  convenor?: Maybe<Person>;
  /** You may call it editorial. */
  viewerCanAgree: Scalars['Boolean']['output'];
};

/** How an organisation is reached. */
export type Channel =
  /** By e-mail. */
  | 'EMAIL'
  /** On Messenger. */
  | 'MESSENGER'
  /** By telephone. */
  | 'PHONE'
  /** By letter. */
  | 'POST'
  /** On Telegram. */
  | 'TELEGRAM';

/** What a row is. */
export type ChooseForRowInput = {
  /** What it is; null takes back what was said. */
  choice?: InputMaybe<ImportChoice>;
  /** Of which import. */
  import: Scalars['ID']['input'];
  /** Which line of the file. */
  line: Scalars['Int']['input'];
  /** Which organisation, where it is one that is there. */
  organisation?: InputMaybe<Scalars['ID']['input']>;
  /** As it was read. */
  version: Scalars['Int']['input'];
};

/** Somebody says that they speak for a listed organisation that has nobody on the hub. */
export type Claim = {
  __typename?: 'Claim';
  /** Since when it waits. */
  askedAt: Scalars['DateTime']['output'];
  /** Their address; the invitation goes there. */
  email: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Who says so. */
  name: Text;
  /** What they add. */
  note: Scalars['String']['output'];
  /** Which organisation. */
  organisation?: Maybe<Organisation>;
  /** Their position. */
  position: Text;
};

/** A claim to make. */
export type ClaimOrganisationInput = {
  /** Your address. */
  email: Scalars['String']['input'];
  /** The language to write to you in; Khmer when left out. */
  language?: InputMaybe<Language>;
  /** Who you are. */
  name: NameInput;
  /** In which network. */
  network: Scalars['ID']['input'];
  /** What helps the secretariat to see that it is so. */
  note?: Scalars['String']['input'];
  /** Which organisation: one of the network's `unclaimed`. */
  organisation: Scalars['ID']['input'];
  /** Your position there. */
  position: TextInput;
};

/** What came of a claim. */
export type ClaimPayload = {
  __typename?: 'ClaimPayload';
  /** True when the secretariat has it. */
  asked?: Maybe<Scalars['Boolean']['output']>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What a comment is about. */
export type CommentKind =
  /** Facts. */
  | 'FACTUAL'
  /** Law. */
  | 'LEGAL'
  /** Somebody's safety. */
  | 'SECURITY'
  /** Substance. */
  | 'SUBSTANTIVE'
  /** Wording. */
  | 'WORDING';

/** What came of a comment. */
export type CommentState =
  /** Taken up. */
  | 'ACCEPTED'
  /** Taken up in other words. */
  | 'ACCEPTED_MODIFIED'
  /** Taken up together with another. */
  | 'MERGED'
  /** Not taken up, for a reason. */
  | 'NOT_ACCEPTED'
  /** Nothing yet. */
  | 'OPEN'
  /** Taken back by whoever made it. */
  | 'WITHDRAWN';

/** What you may do with a comment. */
export type CommentViewerCan = {
  __typename?: 'CommentViewerCan';
  /** Answer it. */
  answer: Scalars['Boolean']['output'];
  /** Reply to it. */
  reply: Scalars['Boolean']['output'];
  /** Support it in the name of your organisation. */
  support: Scalars['Boolean']['output'];
  /** Take it back. */
  withdraw: Scalars['Boolean']['output'];
};

/** What somebody has promised, agreed to, or is recommended to do. */
export type Commitment = Node & {
  __typename?: 'Commitment';
  /** The ask to which it answers. */
  ask?: Maybe<Scalars['ID']['output']>;
  /** Of which campaign. */
  campaign?: Maybe<Campaign>;
  /** By what one knows that it was confirmed; for the team alone, else empty. */
  confirmedByWhat: Scalars['String']['output'];
  /** By what one knows that its owner agrees to be named; for the team alone, else empty. */
  consent: Scalars['String']['output'];
  /** For which group they speak: a code of the list of constituencies, or empty. */
  constituency: Scalars['String']['output'];
  /** The dialogue in which it was made; null where you may not know that. */
  dialogue?: Maybe<Dialogue>;
  /** By when. */
  dueOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** The contact from which one has it; for those who may know the map, and the contact. */
  engagement?: Maybe<Scalars['ID']['output']>;
  /** By when at first. */
  firstDueOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** What was found of it, the oldest first. */
  followUps: Array<CommitmentFollowUp>;
  /** Which organisation looks after it, as far as you may know it. */
  follower?: Maybe<Organisation>;
  /** Who of it; for the team alone. */
  followerPerson?: Maybe<Person>;
  /** How. */
  form: CommitmentForm;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: CommitmentKind;
  /** When it was made. */
  madeOn: Scalars['NaiveDate']['output'];
  /** Done when. */
  measure: Scalars['String']['output'];
  /** Where it stands, since when. */
  movedAt: Scalars['DateTime']['output'];
  /** It is still to be kept, and its day is past. */
  overdue: Scalars['Boolean']['output'];
  /**
   * Who is to keep it; null where they spoke under a protective rule, have not agreed to be named, and you are not of the
   * team.
   */
  owner?: Maybe<Text>;
  /** Where. */
  places: Array<Place>;
  /** It was made under a protective rule: Chatham House, or off the record. */
  protected: Scalars['Boolean']['output'];
  /** So many of them. */
  reached?: Maybe<Scalars['Int']['output']>;
  /** By how many days its day was moved. */
  slippedDays: Scalars['Int']['output'];
  /** From where one has it. */
  source: CommitmentSource;
  /** More about that; for the team alone, else empty. */
  sourceNote: Scalars['String']['output'];
  /** Its owner on the map of stakeholders; for those who may know the map. */
  stakeholder?: Maybe<Scalars['ID']['output']>;
  /** Where it stands. */
  state: CommitmentState;
  /** What was promised. */
  text: Text;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
  /** What you may do with it. */
  viewerCan: CommitmentViewerCan;
  /** Who may know it, as far as they may know its campaign. */
  visibility: CampaignVisibility;
  /** Of how many, where it is counted. */
  whole?: Maybe<Scalars['Int']['output']>;
};

/** A page of a list of commitments. */
export type CommitmentConnection = {
  __typename?: 'CommitmentConnection';
  /** The rows. */
  edges: Array<CommitmentEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of commitments. */
export type CommitmentEdge = {
  __typename?: 'CommitmentEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Commitment;
};

/** What somebody found who looked after a commitment. */
export type CommitmentFollowUp = {
  __typename?: 'CommitmentFollowUp';
  /** How. */
  channel: EngagementChannel;
  /** Documents of the library that show it and that you may know. */
  documents: Array<EvidenceDocument>;
  /** A new day; null where that stayed. */
  dueOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** What was found; for the team alone, else empty. */
  finding: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** On which day. */
  on: Scalars['NaiveDate']['output'];
  /** So many of the whole. */
  reached?: Maybe<Scalars['Int']['output']>;
  /** When it was written down. */
  recordedAt: Scalars['DateTime']['output'];
  /** Who wrote it down; for the team alone. */
  recordedBy?: Maybe<Person>;
  /** Where it stands by that; null where that stayed. */
  status?: Maybe<CommitmentState>;
  /** When. */
  verifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who has looked at the evidence; for the team alone. */
  verifiedBy?: Maybe<Person>;
  /** Somebody else is still to look at the evidence before it counts. */
  waits: Scalars['Boolean']['output'];
  /** You may say that you have looked at the evidence: you wrote down neither the commitment nor this. */
  youVerify: Scalars['Boolean']['output'];
};

/** What somebody found who looked after a commitment. */
export type CommitmentFollowUpInput = {
  /** How. */
  channel: EngagementChannel;
  /** Documents of the library that show it: at most 20. */
  documents?: Array<Scalars['ID']['input']>;
  /** A new day. */
  dueOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** What was found; at most 3,000 characters. */
  finding: Scalars['String']['input'];
  /** On which day; today when left out. */
  on?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** So many of the whole. */
  reached?: InputMaybe<Scalars['Int']['input']>;
  /** Where it stands by that. That it was kept, or in part, asks for a document, and counts once somebody else has looked. */
  status?: InputMaybe<CommitmentState>;
};

/** How a commitment was given. */
export type CommitmentForm =
  /** In a legal text. */
  | 'LEGAL_TEXT'
  /** By letter. */
  | 'LETTER'
  /** In minutes. */
  | 'MINUTED'
  /** By word of mouth. */
  | 'VERBAL';

/** What a commitment is to say. */
export type CommitmentInput = {
  /** The ask to which it answers. */
  ask?: InputMaybe<Scalars['ID']['input']>;
  /** For which group they speak: a code of the list of constituencies. Outside the team a protected owner is told by it. */
  constituency?: Scalars['String']['input'];
  /** The dialogue in which it was made; once said it stays so. Its approved minutes confirm it, and its rule protects the owner. */
  dialogue?: InputMaybe<Scalars['ID']['input']>;
  /** By when. Once it is confirmed its day is moved by follow-ups. */
  dueOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** The contact from which one has it. */
  engagement?: InputMaybe<Scalars['ID']['input']>;
  /** Which organisation looks after it: one that takes part in the campaign. */
  follower?: InputMaybe<Scalars['ID']['input']>;
  /** Who of it. */
  followerPerson?: InputMaybe<Scalars['ID']['input']>;
  /** How. */
  form: CommitmentForm;
  /** What it is. */
  kind: CommitmentKind;
  /** When it was made; not a day to come. */
  madeOn: Scalars['NaiveDate']['input'];
  /** Done when; at most 1,000 characters. */
  measure?: Scalars['String']['input'];
  /** Who is to keep it; one language is enough. */
  owner: TextInput;
  /** Where: at most 50 places. */
  places?: Array<Scalars['ID']['input']>;
  /** It was made under a protective rule; so is what comes from a contact that was not on record. */
  protected?: Scalars['Boolean']['input'];
  /** From where one has it. */
  source: CommitmentSource;
  /** More about that; at most 1,000 characters. */
  sourceNote?: Scalars['String']['input'];
  /** Its owner on the map of stakeholders. */
  stakeholder?: InputMaybe<Scalars['ID']['input']>;
  /** What was promised; one language is enough. */
  text: TextInput;
  /** Who may know it, as far as they may know its campaign. */
  visibility: CampaignVisibility;
  /** Of how many, where it is counted. */
  whole?: InputMaybe<Scalars['Int']['input']>;
};

/** What somebody has said. */
export type CommitmentKind =
  /** A next step. */
  | 'ACTION_POINT'
  /** Several will. */
  | 'AGREEMENT'
  /** They will do something. */
  | 'COMMITMENT'
  /** They are asked to. */
  | 'RECOMMENDATION';

/** What came of a change to a commitment. */
export type CommitmentPayload = {
  __typename?: 'CommitmentPayload';
  /** The commitment as it is now. */
  commitment?: Maybe<Commitment>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** How commitments that you may know stand, counted. */
export type CommitmentScores = {
  __typename?: 'CommitmentScores';
  /** All of them. */
  all: Scalars['Int']['output'];
  /** Confirmed ones whose day is past: of what the rate is reckoned. */
  due: Scalars['Int']['output'];
  /** Kept. */
  fulfilled: Scalars['Int']['output'];
  /** Of these, kept. */
  kept: Scalars['Int']['output'];
  /** Not kept. */
  not: Scalars['Int']['output'];
  /** Still to be kept. */
  open: Scalars['Int']['output'];
  /** Of these, past their day. */
  overdue: Scalars['Int']['output'];
  /** Kept in part. */
  partly: Scalars['Int']['output'];
};

/** From where one has a commitment. */
export type CommitmentSource =
  /** A dialogue. */
  | 'DIALOGUE'
  /** A contact of the campaign. */
  | 'ENGAGEMENT'
  /** A public pledge. */
  | 'PLEDGE'
  /** A reply to an ask. */
  | 'REPLY';

/** Where a commitment stands. */
export type CommitmentState =
  /** Its owner, or approved minutes, say so too. */
  | 'CONFIRMED'
  /** Kept. */
  | 'FULFILLED'
  /** Being done. */
  | 'IN_PROGRESS'
  /** Not kept. */
  | 'NOT_FULFILLED'
  /** Kept in part. */
  | 'PARTLY_FULFILLED'
  /** Written down. */
  | 'RECORDED'
  /** Another has taken its place. */
  | 'SUPERSEDED'
  /** Taken back. */
  | 'WITHDRAWN';

/**
 * By whom and where commitments that you may know are to be kept, counted. An owner whom you may not know by name counts in
 * their group alone.
 */
export type CommitmentTally = {
  __typename?: 'CommitmentTally';
  /** In all. */
  all: Scalars['Int']['output'];
  /** By group, the most first. */
  groups: Array<CommitmentsCounted>;
  /** In no place. */
  nowhere: Scalars['Int']['output'];
  /** By owner, the most first. */
  owners: Array<CommitmentsOfOwner>;
  /** By province, the most first; what is in two counts in both. */
  provinces: Array<CommitmentsCounted>;
};

/** What you may do with a commitment. */
export type CommitmentViewerCan = {
  __typename?: 'CommitmentViewerCan';
  /** Change it, have it confirmed, look after it. */
  follow: Scalars['Boolean']['output'];
};

/** How many commitments there are of a group, or in a province. */
export type CommitmentsCounted = {
  __typename?: 'CommitmentsCounted';
  /** The code of the group or the province. */
  code: Scalars['String']['output'];
  /** How many. */
  count: Scalars['Int']['output'];
};

/** How many commitments somebody is to keep. */
export type CommitmentsOfOwner = {
  __typename?: 'CommitmentsOfOwner';
  /** How many. */
  count: Scalars['Int']['output'];
  /** Who. */
  owner: Text;
};

/** Whether the people concerned agreed. */
export type Consent =
  /** They agreed, knowing to what. */
  | 'GIVEN'
  /** Nobody to ask. */
  | 'NOT_APPLICABLE'
  /** They did not, or were not asked. */
  | 'NOT_GIVEN'
  /** They agreed once, and no more. */
  | 'WITHDRAWN';

/** How many members work on a theme in a province. */
export type Covered = {
  __typename?: 'Covered';
  /** How many members you may know of. */
  members: Scalars['Int']['output'];
  /** The province: its two digits. */
  province: Scalars['String']['output'];
  /** The theme: its code. */
  theme: Scalars['String']['output'];
};

/** A currency (ISO 4217). */
export type Currency =
  /** Cambodian riel, written without decimals. */
  | 'KHR'
  /** United States dollar, two decimals. */
  | 'USD';

/** A question put to organisations, one ballot each, by a rule fixed when it opened. */
export type Decision = Node & {
  __typename?: 'Decision';
  /** The first instant at which it takes none. */
  closesAt: Scalars['DateTime']['output'];
  /** When it ended; null while it is open. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was withdrawn; empty otherwise. */
  endedReason: Scalars['String']['output'];
  /** The working group that decides; null where the network does. */
  group?: Maybe<WorkingGroup>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** The meeting it comes from; null for none, or not for you. */
  meeting?: Maybe<Meeting>;
  /** The membership it is about; null for other subjects, or not for you. */
  membership?: Maybe<Membership>;
  /** How ballots make a result. */
  method: DecisionMethod;
  /** In which network. */
  network?: Maybe<Network>;
  /** Since when it takes ballots. */
  openedAt: Scalars['DateTime']['output'];
  /** The paper it is about; null for other questions, or not for you. */
  paper?: Maybe<Paper>;
  /** Those who may vote, as far as you may know them, by name, each with its ballot. */
  positions: PositionConnection;
  /** What exactly is proposed. */
  proposal: Text;
  /** How many of a hundred must vote. */
  quorumPct: Scalars['Int']['output'];
  /** What a ballot can say. */
  scale: BallotScale;
  /** How sensitive it is. */
  sensitivity: Sensitivity;
  /** Where it stands. */
  state: DecisionState;
  /** About what. */
  subject: DecisionSubject;
  /** The count, as it stands. */
  tally: Tally;
  /** The hash of that paper's exact text, in hexadecimal; null for other questions. */
  textHash?: Maybe<Scalars['String']['output']>;
  /** In a few words. */
  title: Text;
  /** Counts its changes. */
  version: Scalars['Int']['output'];
  /** What you may do with it. */
  viewerCan: DecisionViewerCan;
  /** Who votes. */
  voters: Voters;
  /** The organisations for which you may cast the ballot, each with the one that stands. Empty once it is closed. */
  yours: Array<DecisionPosition>;
};


/** A question put to organisations, one ballot each, by a rule fixed when it opened. */
export type DecisionPositionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of a list of decisions. */
export type DecisionConnection = {
  __typename?: 'DecisionConnection';
  /** The rows. */
  edges: Array<DecisionEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of decisions. */
export type DecisionEdge = {
  __typename?: 'DecisionEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Decision;
};

/** How ballots make a result. */
export type DecisionMethod =
  /** Adopted when all who take a position agree. */
  | 'CONSENSUS'
  /** Adopted unless somebody objects with reasons. */
  | 'CONSENT'
  /** Adopted when more are for than against. */
  | 'SIMPLE_MAJORITY'
  /** Adopted when at least two thirds of those for and against are for. */
  | 'TWO_THIRDS';

/** What came of a change to a decision. */
export type DecisionPayload = {
  __typename?: 'DecisionPayload';
  /** The decision as it is now. */
  decision?: Maybe<Decision>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** An organisation that may vote in a decision, and how it has. */
export type DecisionPosition = {
  __typename?: 'DecisionPosition';
  /** Its standing ballot; null while it has cast none. */
  ballot?: Maybe<Ballot>;
  /** Which organisation. */
  organisation?: Maybe<Organisation>;
};

/** How a network decides on one subject. */
export type DecisionRule = {
  __typename?: 'DecisionRule';
  /** How. */
  method: DecisionMethod;
  /** How many of a hundred must vote. */
  quorumPct: Scalars['Int']['output'];
  /** On what. */
  subject: DecisionSubject;
  /** Who. */
  voters: Voters;
  /** How long it stays open, in days. */
  windowDays: Scalars['Int']['output'];
};

/** Where a decision stands. */
export type DecisionState =
  /** Carried. */
  | 'ADOPTED'
  /** Too few voted. */
  | 'INQUORATE'
  /** Not carried. */
  | 'NOT_ADOPTED'
  /** Takes ballots. */
  | 'OPEN'
  /** Taken back. */
  | 'WITHDRAWN';

/** What a decision is about. */
export type DecisionSubject =
  /** Whether an organisation joins. */
  | 'ADMIT_MEMBER'
  /** Whether a position becomes the network's. */
  | 'ADOPT_POSITION'
  /** Whether the statutes change. */
  | 'AMEND_STATUTES'
  /** Whether a member is expelled. */
  | 'EXPEL_MEMBER'
  /** Anything else. */
  | 'OTHER'
  /** Whether a statement is published. */
  | 'PUBLISH_STATEMENT'
  /** Whether money is spent. */
  | 'SPEND';

/** What you may do with a decision. */
export type DecisionViewerCan = {
  __typename?: 'DecisionViewerCan';
  /** Close it before its time, once all have voted. */
  close: Scalars['Boolean']['output'];
  /** Take it back. */
  withdraw: Scalars['Boolean']['output'];
};

/** A delivery of a text. */
export type Delivery = {
  __typename?: 'Delivery';
  /** To whom. */
  addressee: Scalars['String']['output'];
  /** The scan of the receipt; null for none, or not for you. */
  evidence?: Maybe<EvidenceDocument>;
  /** When to ask what became of it; null for never. */
  followUpOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** How. */
  method: DeliveryMethod;
  /** On which day. */
  on: Scalars['NaiveDate']['output'];
  /** What it says on the receipt; may be empty. */
  receipt: Scalars['String']['output'];
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** Who recorded it; null for people who are not for you. */
  recordedBy?: Maybe<Person>;
  /** Why it was struck out; empty where it stands. */
  struck: Scalars['String']['output'];
};

/** A page of a list of deliveries of a text. */
export type DeliveryConnection = {
  __typename?: 'DeliveryConnection';
  /** The rows. */
  edges: Array<DeliveryEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of deliveries of a text. */
export type DeliveryEdge = {
  __typename?: 'DeliveryEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Delivery;
};

/** How a text was handed over. */
export type DeliveryMethod =
  /** By mail. */
  | 'EMAIL'
  /** Through somebody's portal. */
  | 'E_SUBMISSION'
  /** By hand. */
  | 'HAND_DELIVERED'
  /** In a meeting. */
  | 'MEETING'
  /** By post. */
  | 'POST';

/** Somebody to try the demo as. */
export type DemoFace = {
  __typename?: 'DemoFace';
  /** What to pass to `signInDemo`. */
  email: Scalars['String']['output'];
  /** The invented person's name in Latin letters. */
  nameEn: Scalars['String']['output'];
  /** The invented person's name in Khmer. */
  nameKm: Scalars['String']['output'];
  /** Acronym of the invented organisation. */
  organisation: Scalars['String']['output'];
  /** What this person shows. */
  role: Role;
};

/** Who comes in somebody's place. */
export type DeputyInput = {
  /** Their e-mail address, or nothing: with one they get a link of their own. */
  email?: Scalars['String']['input'];
  /** How a letter addresses them. */
  honorific?: InputMaybe<Honorific>;
  /** Who; one language is enough. */
  name: TextInput;
  /** Their telephone number, or nothing. */
  phone?: Scalars['String']['input'];
  /** Their post. */
  post?: Scalars['String']['input'];
  /** As far as known. */
  sex?: InputMaybe<Sex>;
  /** Between 15 and 30; unknown when left out. */
  youth?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A dialogue with several groups that a campaign holds. */
export type Dialogue = Node & {
  __typename?: 'Dialogue';
  /** What happens when, in its order. */
  agenda: Array<AgendaItem>;
  /** What its team arranges; for the team, else null. */
  arrangements?: Maybe<DialogueArrangements>;
  /** Who was marked on the day; for the team, else null. */
  attendance?: Maybe<DialogueAttendanceConnection>;
  /** How far what is said may be passed on. Once people are invited it can only become stricter. */
  attribution: EngagementAttribution;
  /** How each group stands; for the team, else null. */
  balance?: Maybe<Array<DialogueStand>>;
  /** Of which campaign. */
  campaign?: Maybe<Campaign>;
  /** So many fit in. */
  capacity: Scalars['Int']['output'];
  /** Who presides; under a protective rule for the team alone, else empty. */
  chair: Scalars['String']['output'];
  /** Who holds it together with the network, such as a provincial administration. */
  coHost: Text;
  /** A telephone number of the organisers; for the team, else empty. Invitees see it on their own page. */
  contact: Scalars['String']['output'];
  /** Documents of the library that belong to it and that you may know. */
  documents: Array<EvidenceDocument>;
  /** When it ends. */
  endsAt: Scalars['DateTime']['output'];
  /** Who facilitates; under a protective rule for the team alone, else empty. */
  facilitator: Scalars['String']['output'];
  /** How those who were there found it; for the team, else null. */
  feedback?: Maybe<DialogueFeedback>;
  /** Since when nobody who was invited is named any more; null where they are. */
  forgottenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Answers count now. */
  hears: Scalars['Boolean']['output'];
  /** Organisations that hold it and that you may know. */
  hosts: Array<Organisation>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Into which languages one interprets; empty for none. */
  interpretation: Scalars['String']['output'];
  /** Who is invited, in the order of their numbers; for the team, else null. */
  invitations?: Maybe<DialogueInvitationConnection>;
  /** What kind it is. */
  kind: DialogueKind;
  /** There is large print in Khmer. */
  largePrint: Scalars['Boolean']['output'];
  /** Its minutes: for the team, and once they are published for everybody who may know it; else null. */
  minutes?: Maybe<DialogueMinutes>;
  /** How people meet. */
  mode: DialogueMode;
  /** Whoever reported it says that nothing was promised. */
  nothingPromised: Scalars['Boolean']['output'];
  /** What is to come of it. */
  objectives: Text;
  /** Where one joins online; for the team, else empty. Invitees who come see it on their own page. */
  onlineLink: Scalars['String']['output'];
  /** In which place. */
  place?: Maybe<Place>;
  /** What for. */
  purpose: DialoguePurpose;
  /** Why it was put off, called off, or takes place with fewer than was wanted; for the team, else empty. */
  reason: Scalars['String']['output'];
  /** Until when one answers: at this instant no more. */
  rsvpBy?: Maybe<Scalars['DateTime']['output']>;
  /** Seats by group. */
  seats: Array<DialogueSeats>;
  /**
   * The dialogues that it follows or that follow it and that you may know, itself among them, the earliest first; empty where it
   * stands alone.
   */
  series: DialogueConnection;
  /** Somebody signs. */
  signLanguage: Scalars['Boolean']['output'];
  /** When it begins. */
  startsAt: Scalars['DateTime']['output'];
  /** Where it stands. */
  state: DialogueState;
  /** One gets in without steps. */
  stepFree: Scalars['Boolean']['output'];
  /** What it is called. */
  title: Text;
  /**
   * How many of each group were there, all together last. Outside the team only once it is reported, and small figures are
   * withheld; null before.
   */
  turnout?: Maybe<Array<DialogueTurnout>>;
  /** Where. */
  venue: Text;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
  /** What you may do with it. */
  viewerCan: DialogueViewerCan;
  /** Who may know it, as far as they may know its campaign. */
  visibility: CampaignVisibility;
};


/** A dialogue with several groups that a campaign holds. */
export type DialogueAttendanceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A dialogue with several groups that a campaign holds. */
export type DialogueInvitationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A dialogue with several groups that a campaign holds. */
export type DialogueSeriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What the team of a dialogue arranges. */
export type DialogueArrangements = {
  __typename?: 'DialogueArrangements';
  /** What it is to cost, line by line. */
  costs: Array<DialogueCost>;
  /** What letters of invitation say beside place and time. */
  letter: Text;
  /** The authorities are to be told. */
  noticeNeeded: Scalars['Boolean']['output'];
  /** They are to be told, and are not yet. */
  noticeOpen: Scalars['Boolean']['output'];
  /** The number of that letter. */
  noticeReference: Scalars['String']['output'];
  /** When they were told. */
  noticeSentOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Who signs the letters: name and post. */
  signatory: Text;
  /** What it is to cost altogether, of each currency that is used. */
  totals: Array<DialogueSum>;
};

/** What the team of a dialogue arranges. */
export type DialogueArrangementsInput = {
  /** Who holds it together with the network, such as a provincial administration. */
  coHost?: InputMaybe<TextInput>;
  /** What it is to cost, line by line; at most 50 lines. */
  costs: Array<DialogueCostInput>;
  /** Documents of the library that belong to it; those that are hidden from you stay. */
  documents: Array<Scalars['ID']['input']>;
  /** Organisations that hold it; those that are hidden from you stay. */
  hosts: Array<Scalars['ID']['input']>;
  /** What letters of invitation say beside place and time; at most 3,000 characters in each language. */
  letter?: InputMaybe<TextInput>;
  /** The authorities are to be told. */
  noticeNeeded?: Scalars['Boolean']['input'];
  /** The number of that letter. */
  noticeReference?: Scalars['String']['input'];
  /** When they were told. */
  noticeSentOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** Who signs the letters: name and post; at most 300 characters in each language. */
  signatory?: InputMaybe<TextInput>;
};

/**
 * Somebody who was marked on the day, or so many of a paper list. For the team alone. What somebody says of a disability or of
 * being indigenous is told as a total alone.
 */
export type DialogueAttendance = {
  __typename?: 'DialogueAttendance';
  /** As far as known. */
  age: AgeBand;
  /** Of which group: a code of the list of constituencies. */
  constituency: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Whose invitation; null for who came without. */
  invitation?: Maybe<Scalars['ID']['output']>;
  /** When it was marked. */
  markedAt: Scalars['DateTime']['output'];
  /** Who came without an invitation, or nothing. */
  name: Scalars['String']['output'];
  /** So many people: more than one of a paper list alone. */
  people: Scalars['Int']['output'];
  /** How far they were there. */
  presence: Presence;
  /** As far as known. */
  sex: Sex;
};

/** A page of a list of people at a dialogue. */
export type DialogueAttendanceConnection = {
  __typename?: 'DialogueAttendanceConnection';
  /** The rows. */
  edges: Array<DialogueAttendanceEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of people at a dialogue. */
export type DialogueAttendanceEdge = {
  __typename?: 'DialogueAttendanceEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: DialogueAttendance;
};

/** A page of a list of dialogues. */
export type DialogueConnection = {
  __typename?: 'DialogueConnection';
  /** The rows. */
  edges: Array<DialogueEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** What something is to cost. */
export type DialogueCost = {
  __typename?: 'DialogueCost';
  /** How much: an exact amount in decimal figures. */
  amount: Scalars['String']['output'];
  /** In which currency. */
  currency: Currency;
  /** What. */
  what: Scalars['String']['output'];
};

/** What something is to cost. */
export type DialogueCostInput = {
  /** How much: an exact amount in decimal figures. */
  amount: Scalars['String']['input'];
  /** In which currency. */
  currency: Currency;
  /** What; at most 200 characters. */
  what: Scalars['String']['input'];
};

/** One row of a list of dialogues. */
export type DialogueEdge = {
  __typename?: 'DialogueEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Dialogue;
};

/** How a dialogue was found by those who were there: no name, and nothing before five have answered. */
export type DialogueFeedback = {
  __typename?: 'DialogueFeedback';
  /** So many have answered. */
  answers: Scalars['Int']['output'];
  /** Remarks, in the order of the alphabet; empty before five have answered. */
  comments: Array<Scalars['String']['output']>;
  /** One was heard: how often each mark from 1 to 5; empty before five have answered. */
  heard: Array<Scalars['Int']['output']>;
  /** One felt safe to speak: how often each mark from 1 to 5; empty before five have answered. */
  safe: Array<Scalars['Int']['output']>;
  /** It was useful: how often each mark from 1 to 5; empty before five have answered. */
  useful: Array<Scalars['Int']['output']>;
};

/** What a dialogue is to be. */
export type DialogueInput = {
  /** How far what is said may be passed on. */
  attribution: EngagementAttribution;
  /** So many fit in, 1 to 5,000. */
  capacity: Scalars['Int']['input'];
  /** Who presides. */
  chair?: Scalars['String']['input'];
  /** A telephone number of the organisers, told to invitees. */
  contact?: Scalars['String']['input'];
  /** When it ends. */
  endsAt: Scalars['DateTime']['input'];
  /** Who facilitates. */
  facilitator?: Scalars['String']['input'];
  /** Into which languages one interprets. */
  interpretation?: Scalars['String']['input'];
  /** What kind it is. */
  kind: DialogueKind;
  /** There is large print in Khmer. */
  largePrint?: Scalars['Boolean']['input'];
  /** How people meet. */
  mode: DialogueMode;
  /** What is to come of it; at most 3,000 characters in each language. */
  objectives?: InputMaybe<TextInput>;
  /** Where one joins online: told to invitees who come, and the team. */
  onlineLink?: Scalars['String']['input'];
  /** In which place. */
  place?: InputMaybe<Scalars['ID']['input']>;
  /** What for. */
  purpose: DialoguePurpose;
  /** Until when one answers: at this instant no more. */
  rsvpBy?: InputMaybe<Scalars['DateTime']['input']>;
  /** Seats by group: together no more than fit in. */
  seats: Array<DialogueSeatsInput>;
  /** Somebody signs. */
  signLanguage?: Scalars['Boolean']['input'];
  /** When it begins. */
  startsAt: Scalars['DateTime']['input'];
  /** One gets in without steps. */
  stepFree?: Scalars['Boolean']['input'];
  /** What it is called; one language is enough. */
  title: TextInput;
  /** Where. */
  venue?: InputMaybe<TextInput>;
  /** Who may know it, as far as they may know its campaign. */
  visibility: CampaignVisibility;
};

/** Somebody, or an institution that is to name somebody, who is invited to a dialogue. For the team alone. */
export type DialogueInvitation = {
  __typename?: 'DialogueInvitation';
  /** When it was answered last. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** How. */
  answeredVia?: Maybe<InvitationChannel>;
  /** For which group: a code of the list of constituencies. */
  constituency: Scalars['String']['output'];
  /** Their e-mail address, or nothing. */
  email: Scalars['String']['output'];
  /** How a letter addresses them. */
  honorific: Honorific;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** An institution, which is asked to name somebody. */
  institution: Scalars['Boolean']['output'];
  /** In which language one writes to them. */
  language: Language;
  /** Who. */
  name: Text;
  /** What they need. */
  needs: InvitationNeeds;
  /** What else they say. */
  note: Scalars['String']['output'];
  /** The number on the letter. */
  number: Scalars['Int']['output'];
  /** Where they work. */
  organisation: Scalars['String']['output'];
  /** The invitation of whoever sends them. */
  parent?: Maybe<Scalars['ID']['output']>;
  /** Their telephone number, or nothing. */
  phone: Scalars['String']['output'];
  /** Their post. */
  post: Scalars['String']['output'];
  /** When they said yes: the order of those who wait. */
  queuedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who wrote the answer down, where it did not come by the link. */
  recordedBy?: Maybe<Person>;
  /** Of which group their seat is: their own, or one that was released. */
  seatOf?: Maybe<Scalars['String']['output']>;
  /** When it went out. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** As far as known. */
  sex: Sex;
  /** By what one knows its letters at the door: the first 16 hexadecimal figures of the SHA-256 of each of its links' secrets. */
  signs: Array<Scalars['String']['output']>;
  /** Where it stands. */
  state: InvitationState;
  /** At which table they sit. */
  table?: Maybe<Scalars['Int']['output']>;
  /** What the mail server said that did not take the latest mail for good; null where it did, or may yet. */
  undelivered?: Maybe<Scalars['String']['output']>;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
  /** In which ways it has gone out. */
  ways: Array<LetterWay>;
  /** Between 15 and 30; null where that is not known. */
  youth?: Maybe<Scalars['Boolean']['output']>;
};

/** A page of a list of invitations to a dialogue. */
export type DialogueInvitationConnection = {
  __typename?: 'DialogueInvitationConnection';
  /** The rows. */
  edges: Array<DialogueInvitationEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of invitations to a dialogue. */
export type DialogueInvitationEdge = {
  __typename?: 'DialogueInvitationEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: DialogueInvitation;
};

/** What kind of dialogue it is. */
export type DialogueKind =
  /** Caucus of one side. */
  | 'CAUCUS'
  /** Commune public forum. */
  | 'COMMUNE_PUBLIC_FORUM'
  /** Consultation workshop. */
  | 'CONSULTATION_WORKSHOP'
  /** District dialogue. */
  | 'DISTRICT_DIALOGUE'
  /** Interface meeting of users and providers of a service. */
  | 'INTERFACE_MEETING'
  /** National forum. */
  | 'NATIONAL_FORUM'
  /** Provincial dialogue. */
  | 'PROVINCIAL_DIALOGUE'
  /** Roundtable. */
  | 'ROUNDTABLE'
  /** Technical working group. */
  | 'TECHNICAL_WG'
  /** Webinar. */
  | 'WEBINAR'
  /** Youth debate. */
  | 'YOUTH_DEBATE';

/** Minutes of a dialogue. */
export type DialogueMinutes = {
  __typename?: 'DialogueMinutes';
  /** When. */
  approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who has approved them; for the team, else empty. */
  approvedBy: Scalars['String']['output'];
  /** Since when those who were there can correct them. */
  circulatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What those who were there say; for the team, else empty. */
  corrections: Array<MinutesCorrection>;
  /** Until when: at this instant no more. */
  correctionsUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Corrections by link count now. */
  hears: Scalars['Boolean']['output'];
  /** What was said, in the order of the agenda. */
  points: Array<MinutesPoint>;
  /** How far they are. */
  state: DialogueMinutesState;
  /** Counts their changes; pass it back when moving them on. */
  version: Scalars['Int']['output'];
};

/** How far minutes are. */
export type DialogueMinutesState =
  /** Whoever presides has approved them. */
  | 'APPROVED'
  /** Those who were there are asked whether it was so. */
  | 'CIRCULATED'
  /** Being written. */
  | 'DRAFT'
  /** Told to everybody who may know the dialogue. */
  | 'PUBLISHED';

/** How people meet. */
export type DialogueMode =
  /** Both. */
  | 'HYBRID'
  /** In one room. */
  | 'IN_PERSON'
  /** Online. */
  | 'ONLINE';

/** What came of a change to a dialogue. */
export type DialoguePayload = {
  __typename?: 'DialoguePayload';
  /** The dialogue as it is now. */
  dialogue?: Maybe<Dialogue>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What a dialogue is for. */
export type DialoguePurpose =
  /** Acting together. */
  | 'COLLECTIVE_ACTION'
  /** Settling a conflict. */
  | 'CONFLICT_RESOLUTION'
  /** Hearing each other on a draft. */
  | 'CONSULTATION'
  /** Solving a problem together. */
  | 'JOINT_PROBLEM_SOLVING'
  /** Learning. */
  | 'LEARNING';

/** So many seats for a group. */
export type DialogueSeats = {
  __typename?: 'DialogueSeats';
  /** Which: a code of the list of constituencies. */
  constituency: Scalars['String']['output'];
  /** At least so many are needed. */
  least: Scalars['Int']['output'];
  /** When what is not taken goes to whoever waits, of any group. */
  releaseAt?: Maybe<Scalars['DateTime']['output']>;
  /** When that was done. */
  releasedAt?: Maybe<Scalars['DateTime']['output']>;
  /** So many. */
  seats: Scalars['Int']['output'];
  /** Of these, women, in percent. */
  womenPct?: Maybe<Scalars['Int']['output']>;
  /** Of these, people between 15 and 30, in percent. */
  youthPct?: Maybe<Scalars['Int']['output']>;
};

/** So many seats for a group. */
export type DialogueSeatsInput = {
  /** Which: a code of the list of constituencies. */
  constituency: Scalars['String']['input'];
  /** At least so many are needed. */
  least?: Scalars['Int']['input'];
  /** When what is not taken goes to whoever waits, of any group. */
  releaseAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** So many, 1 to 5,000. */
  seats: Scalars['Int']['input'];
  /** Of these, women, in percent. */
  womenPct?: InputMaybe<Scalars['Int']['input']>;
  /** Of these, people between 15 and 30, in percent. */
  youthPct?: InputMaybe<Scalars['Int']['input']>;
};

/** How a group stands in a dialogue: counts, no names. */
export type DialogueStand = {
  __typename?: 'DialogueStand';
  /** So many have a seat. */
  accepted: Scalars['Int']['output'];
  /** Which: a code of the list of constituencies. */
  constituency: Scalars['String']['output'];
  /** So many do not. */
  declined: Scalars['Int']['output'];
  /** So many sent another. */
  delegated: Scalars['Int']['output'];
  /** So many invitations are out; of those who send another, one. */
  sent: Scalars['Int']['output'];
  /** So many have not answered. */
  silent: Scalars['Int']['output'];
  /** So many may come. */
  tentative: Scalars['Int']['output'];
  /** Of those with a seat, so many of whom nobody has said whether they are women. */
  unknownSex: Scalars['Int']['output'];
  /** So many wait for a seat. */
  waiting: Scalars['Int']['output'];
  /** Of these, women. */
  women: Scalars['Int']['output'];
  /** Of those with a seat, people between 15 and 30. */
  youth: Scalars['Int']['output'];
};

/** Where a dialogue stands. */
export type DialogueState =
  /** Called off. */
  | 'CANCELLED'
  /** What was promised is looked after elsewhere. */
  | 'CLOSED'
  /** Being thought out. */
  | 'CONCEPT'
  /** It takes place. */
  | 'CONFIRMED'
  /** It took place. */
  | 'HELD'
  /** Invitations are out. */
  | 'INVITING'
  /** Approved. */
  | 'PLANNED'
  /** Its minutes are approved, and what was promised is written down. */
  | 'REPORTED';

/** Where a dialogue is to go. */
export type DialogueStep =
  /** Its concept and money are approved. */
  | 'APPROVE'
  /** It does not take place, for a reason. Everybody who is invited is told. */
  | 'CALL_OFF'
  /** Every commitment that is still open has an organisation that looks after it. */
  | 'CLOSE'
  /** It takes place: somebody presides and facilitates, and the least of each group come, or there is a reason. */
  | 'CONFIRM'
  /** It took place: its end is past, and who was there is written down. */
  | 'HOLD'
  /** Invitations go out from now on: there are seats, a place, a telephone number. */
  | 'OPEN_INVITATIONS'
  /** Its minutes are approved, and what was promised is written down, or it is said that nothing was. */
  | 'REPORT';

/** An amount of money. */
export type DialogueSum = {
  __typename?: 'DialogueSum';
  /** How much: an exact amount in decimal figures. */
  amount: Scalars['String']['output'];
  /** In which currency. */
  currency: Currency;
};

/** How many of a group were there, counted; outside the team small figures are null, and what would give them away. */
export type DialogueTurnout = {
  __typename?: 'DialogueTurnout';
  /** Below 15, 15 to 30, 31 to 59, 60 and more, not known; outside the team of all together alone. */
  ages: Array<Maybe<Scalars['Int']['output']>>;
  /** Which: a code of the list of constituencies; empty for all together. */
  constituency: Scalars['String']['output'];
  /** With a disability: yes, no, not known; outside the team of all together alone. */
  disability: Array<Maybe<Scalars['Int']['output']>>;
  /** Indigenous: yes, no, not known; outside the team of all together alone. */
  indigenous: Array<Maybe<Scalars['Int']['output']>>;
  /** So many seats were for it. */
  seats: Scalars['Int']['output'];
  /** Female, male, other, not said; outside the team of all together alone. */
  sexes: Array<Maybe<Scalars['Int']['output']>>;
  /** So many were there. */
  total?: Maybe<Scalars['Int']['output']>;
  /** So many of these came without an invitation; for the team, else null. */
  walkIns?: Maybe<Scalars['Int']['output']>;
  /** The share of women that was wanted, in percent. */
  womenPct?: Maybe<Scalars['Int']['output']>;
};

/** What you may do with a dialogue. */
export type DialogueViewerCan = {
  __typename?: 'DialogueViewerCan';
  /** Forget somebody who was invited and asks for it, also once it is over. */
  forget: Scalars['Boolean']['output'];
  /** Approve it, call it off. */
  lead: Scalars['Boolean']['output'];
  /** Change it, invite, write answers down. */
  organise: Scalars['Boolean']['output'];
  /** Plan the next one like it. */
  repeat: Scalars['Boolean']['output'];
};

/** Which way a force pushes. */
export type Direction =
  /** Towards the change. */
  | 'DRIVING'
  /** Against it. */
  | 'RESTRAINING';

/** What to look for in a member directory; what is left out does not narrow. */
export type DirectoryFilter = {
  /** Only of this type: its code. */
  kind?: InputMaybe<Scalars['String']['input']>;
  /** The language whose names sort the list; Khmer when left out. */
  language?: InputMaybe<Language>;
  /** Only with headquarters in this province: its two digits. */
  province?: InputMaybe<Scalars['String']['input']>;
  /** Part of a name, acronym or place, English or Khmer. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only working on this theme: its code. */
  theme?: InputMaybe<Scalars['String']['input']>;
  /** Only this tier. */
  tier?: InputMaybe<Tier>;
};

/** By what a value is split. */
export type Disaggregation =
  /** `under_15`, `15_30` (youth), `31_59`, `60_over`, `unknown`. */
  | 'AGE'
  /** For whom they speak: terms of `CONSTITUENCY`, each by its code, and `unknown`. */
  | 'CONSTITUENCY'
  /** Lives with a disability (Washington Group Short Set): `yes`, `no`, `unknown`. */
  | 'DISABILITY'
  /** Has an ID Poor card: `poor_1`, `poor_2`, `not_poor`, `unknown`. */
  | 'ID_POOR'
  /** Belongs to an indigenous people or ethnic minority: `yes`, `no`, `unknown`. */
  | 'INDIGENOUS'
  /** The capital and the provinces, each by its code. */
  | 'PROVINCE'
  /** `female`, `male`, `other`, `unknown`. */
  | 'SEX';

/** How the network came by a document. */
export type DocumentOrigin =
  /** The answer to an information request. */
  | 'INFORMATION_REQUEST'
  /** Came unasked. */
  | 'LEAKED_RECEIVED'
  /** Given by a member. */
  | 'MEMBER_CONTRIBUTED'
  /** Told by somebody. */
  | 'ORAL_TESTIMONY'
  /** Found out by its members. */
  | 'OWN_RESEARCH'
  /** Published by somebody. */
  | 'PUBLIC_SOURCE';

/** Where a document stands. */
export type DocumentState =
  /** Described; still theirs alone. */
  | 'CATALOGUED'
  /** Out of date. */
  | 'EXPIRED'
  /** Known at its level. */
  | 'PUBLISHED'
  /** A newer edition took its place. */
  | 'SUPERSEDED'
  /** Sent; its uploader and the curators know it. */
  | 'UPLOADED'
  /** Taken back; a stub stays. */
  | 'WITHDRAWN';

/** What you may do with a document. */
export type DocumentViewerCan = {
  __typename?: 'DocumentViewerCan';
  /** Catalogue, publish and replace it. */
  curate: Scalars['Boolean']['output'];
  /** Change what is written of it, raise its sensitivity. */
  edit: Scalars['Boolean']['output'];
  /** Lower its sensitivity. */
  lower: Scalars['Boolean']['output'];
  /** Take it back. */
  withdraw: Scalars['Boolean']['output'];
};

/** What came of something with no more to show. */
export type DonePayload = {
  __typename?: 'DonePayload';
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** How one member stands with one duty. */
export type Due = {
  __typename?: 'Due';
  /** The day by which it is, or was, due. */
  dueOn: Scalars['NaiveDate']['output'];
  /** Which duty. */
  duty: Duty;
  /** What was last recorded; null while nothing was. */
  last?: Maybe<DutyRecord>;
  /** The membership concerned. */
  membershipId: Scalars['ID']['output'];
  /** Which organisation. */
  organisation?: Maybe<Organisation>;
  /** How it stands. */
  status: DutyStatus;
  /** You may record that it was done. */
  viewerCan: DueViewerCan;
};

/** A page of a list of duties and how members stand with them. */
export type DueConnection = {
  __typename?: 'DueConnection';
  /** The rows. */
  edges: Array<DueEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of duties and how members stand with them. */
export type DueEdge = {
  __typename?: 'DueEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Due;
};

/** What you may do about a duty of a member. */
export type DueViewerCan = {
  __typename?: 'DueViewerCan';
  /** Record that it was done. */
  record: Scalars['Boolean']['output'];
};

/** What a network expects of its members: a paper that expires, or a report on the same day every year. */
export type Duty = {
  __typename?: 'Duty';
  /** It is asked for at present. */
  active: Scalars['Boolean']['output'];
  /** On which day of it, 1 to 28; null for what expires. */
  dueDay?: Maybe<Scalars['Int']['output']>;
  /** In which month, 1 to 12; null for what expires. */
  dueMonth?: Maybe<Scalars['Int']['output']>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** How it falls due. */
  kind: DutyKind;
  /** What it is called. */
  name: Text;
  /** Only for members with one of these standings with the authorities; empty: for all. */
  registrations: Array<Registration>;
  /** How many days before the date a member is reminded. */
  remindDays: Array<Scalars['Int']['output']>;
  /** Counts its changes. */
  version: Scalars['Int']['output'];
};

/** What a duty is to be. */
export type DutyInput = {
  /** It is asked for. */
  active?: Scalars['Boolean']['input'];
  /** On which day of it, 1 to 28, for yearly ones. */
  dueDay?: InputMaybe<Scalars['Int']['input']>;
  /** In which month, 1 to 12, for yearly ones. */
  dueMonth?: InputMaybe<Scalars['Int']['input']>;
  /** How it falls due. */
  kind: DutyKind;
  /** What it is called. */
  name: TextInput;
  /** Only for members with one of these standings with the authorities; empty: for all. */
  registrations?: Array<Registration>;
  /** How many days before the date a member is reminded, each 0 to 180; at most five. */
  remindDays?: Array<Scalars['Int']['input']>;
};

/** How a duty falls due. */
export type DutyKind =
  /** A paper that expires: a registration, a certificate. */
  | 'EXPIRING'
  /** The same day every year: a report. */
  | 'YEARLY';

/** That a member did a duty. */
export type DutyRecord = {
  __typename?: 'DutyRecord';
  /** When it was done. */
  doneOn: Scalars['NaiveDate']['output'];
  /** What else there is to say. */
  note: Scalars['String']['output'];
  /** For which year; null for what expires. */
  period?: Maybe<Scalars['Int']['output']>;
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** Who recorded it, as far as you may know them. */
  recordedBy?: Maybe<Person>;
  /** Until when the paper is valid; null for yearly duties. */
  validUntil?: Maybe<Scalars['NaiveDate']['output']>;
};

/** That a member did a duty. */
export type DutyRecordInput = {
  /** When it was done. */
  doneOn: Scalars['NaiveDate']['input'];
  /** Which duty. */
  duty: Scalars['ID']['input'];
  /** Of which membership. */
  membership: Scalars['ID']['input'];
  /** What else there is to say. */
  note?: Scalars['String']['input'];
  /** For which year, for what is yearly. */
  period?: InputMaybe<Scalars['Int']['input']>;
  /** Until when the paper is valid, for what expires. */
  validUntil?: InputMaybe<Scalars['NaiveDate']['input']>;
};

/** How a member stands with a duty. */
export type DutyStatus =
  /** There is time. */
  | 'IN_ORDER'
  /** The day is past. */
  | 'LATE'
  /** The day is at most thirty days ahead. */
  | 'SOON';

/** A change to an application in draft; what is left out stays. */
export type EditApplicationInput = {
  /** Which membership. */
  membership: Scalars['ID']['input'];
  /** Why the organisation wants to join. */
  motivation?: InputMaybe<TextInput>;
  /** The organisations that know it, at most two, all of them. */
  referees?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A change to a network; what is left out stays. */
export type EditNetworkInput = {
  /** New acronym. */
  acronym?: InputMaybe<Scalars['String']['input']>;
  /** What a new member's authorised signatory is to accept. */
  codeOfConduct?: InputMaybe<TextInput>;
  /** Which network. */
  id: Scalars['ID']['input'];
  /** New mission. */
  mission?: InputMaybe<TextInput>;
  /** New name. */
  name?: InputMaybe<TextInput>;
  /** People without account may see it. */
  publicPage?: InputMaybe<Scalars['Boolean']['input']>;
  /** So many months after a dialogue is over, nobody who was invited is named any more; 1 to 120. */
  retentionMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Anyone may apply for membership. */
  takesApplications?: InputMaybe<Scalars['Boolean']['input']>;
  /** As it was read. */
  version: Scalars['Int']['input'];
};

/** A change to a profile; what is left out stays, what is null is removed. */
export type EditOrganisationInput = {
  /** New acronym. */
  acronym?: InputMaybe<Scalars['String']['input']>;
  /** New description. */
  description?: InputMaybe<TextInput>;
  /** New address for mail. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** New headquarters. */
  hq?: InputMaybe<Scalars['ID']['input']>;
  /** Which organisation. */
  id: Scalars['ID']['input'];
  /** Led by indigenous people. */
  indigenousLed?: InputMaybe<Scalars['Boolean']['input']>;
  /** New type: a code of the list `ORGANISATION_TYPE`. */
  kind?: InputMaybe<Scalars['String']['input']>;
  /** Whether others may put its logo under a joint text. */
  logoUse?: InputMaybe<LogoUse>;
  /** New name on Messenger. */
  messenger?: InputMaybe<Scalars['String']['input']>;
  /** New name. */
  name?: InputMaybe<TextInput>;
  /** An organisation of persons with disabilities. */
  opd?: InputMaybe<Scalars['Boolean']['input']>;
  /** New telephone. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** New postal address. */
  postalAddress?: InputMaybe<Scalars['String']['input']>;
  /** How it likes to be reached. */
  preferredChannel?: InputMaybe<Channel>;
  /** How it stands with the authorities. */
  registration?: InputMaybe<Registration>;
  /** Its number there. */
  registrationNumber?: InputMaybe<Scalars['String']['input']>;
  /** How many paid staff. */
  staff?: InputMaybe<StaffBand>;
  /** New name or number on Telegram. */
  telegram?: InputMaybe<Scalars['String']['input']>;
  /** New themes by code, all of them. */
  themes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** As it was read. */
  version: Scalars['Int']['input'];
  /** New website. */
  website?: InputMaybe<Scalars['String']['input']>;
  /** Led by women. */
  womenLed?: InputMaybe<Scalars['Boolean']['input']>;
  /** New places of work, all of them. */
  worksIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** New year of founding. */
  yearFounded?: InputMaybe<Scalars['Int']['input']>;
  /** Led by youth. */
  youthLed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A change to a person's record; what is left out stays. */
export type EditPersonInput = {
  /** New address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** New form of address. */
  honorific?: InputMaybe<Honorific>;
  /** Whose. */
  id: Scalars['ID']['input'];
  /** The language they want to be spoken to in. */
  language?: InputMaybe<Language>;
  /** New name. */
  name?: InputMaybe<NameInput>;
  /** New telephone. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** As they say. */
  sex?: InputMaybe<Sex>;
  /** As it was read. */
  version: Scalars['Int']['input'];
};

/** A change to an entry; what is left out stays. */
export type EditTermInput = {
  /** Offered for new choices. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Which entry. */
  id: Scalars['ID']['input'];
  /** New label. */
  label?: InputMaybe<TextInput>;
  /** The Khmer label has been confirmed by a native speaker. */
  reviewedKm?: InputMaybe<Scalars['Boolean']['input']>;
  /** As it was read. */
  version: Scalars['Int']['input'];
};

/** What an organisation has said to a text; more of it for its own people and for whoever runs the sign-on. */
export type Endorsement = {
  __typename?: 'Endorsement';
  /** Who is told its name. */
  attribution: Attribution;
  /** By what right; null for those who need not know. */
  basis?: Maybe<EndorsementBasis>;
  /** How it reached the network; null for those who need not know. */
  channel?: Maybe<EndorsementChannel>;
  /** The name as it is to be shown, where the organisation has chosen one; empty: its own name. */
  displayName: Text;
  /** Why it does not sign, to be printed under the published text; empty where nothing is to be printed. */
  dissent: Scalars['String']['output'];
  /** The document that proves it; null for those who need not know, and where the signatory answered here. */
  evidence?: Maybe<EvidenceDocument>;
  /** Its logo may stand beside its name. */
  logo: Scalars['Boolean']['output'];
  /** The decision by which it signs, in the library; null for none, and for those who need not know. */
  mandateDocument?: Maybe<EvidenceDocument>;
  /** What else was said; empty for those who need not know. */
  note: Scalars['String']['output'];
  /** Which organisation; null for one that is not for you: see `displayName`. */
  organisation?: Maybe<Organisation>;
  /** With what it does not agree; empty where it agrees. */
  reservation: Scalars['String']['output'];
  /** The sections concerned, by their keys; empty for the text as a whole. */
  sections: Array<Scalars['String']['output']>;
  /** Who signed; null for those who need not know, and where it was recorded. */
  signatory?: Maybe<Person>;
  /** What it says. */
  state: EndorsementState;
  /** When. */
  statedAt: Scalars['DateTime']['output'];
  /** The exact text: its hash, in hexadecimal. */
  textHash: Scalars['String']['output'];
};

/** By what right a signatory commits the organisation. */
export type EndorsementBasis =
  /** A decision of the board on this text. */
  | 'BOARD_DECISION'
  /** The director's own authority. */
  | 'DIRECTOR_AUTHORITY'
  /** A decision of the general assembly. */
  | 'GENERAL_ASSEMBLY'
  /** The organisation leaves it to the network. */
  | 'NETWORK_DELEGATION'
  /** A decision taken beforehand on texts like this one. */
  | 'STANDING_MANDATE';

/** How a statement reached the network. */
export type EndorsementChannel =
  /** By mail, recorded by the coordinator. */
  | 'EMAIL_RECORDED'
  /** Made here by the signatory. */
  | 'HUB'
  /** On paper, recorded by the coordinator. */
  | 'PAPER_SCANNED';

/** A page of a list of organisations that sign a text. */
export type EndorsementConnection = {
  __typename?: 'EndorsementConnection';
  /** The rows. */
  edges: Array<EndorsementEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of organisations that sign a text. */
export type EndorsementEdge = {
  __typename?: 'EndorsementEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Endorsement;
};

/** What came of an answer. */
export type EndorsementPayload = {
  __typename?: 'EndorsementPayload';
  /** What the organisation has said now. */
  endorsement?: Maybe<OwnAnswer>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What an organisation says to a text. */
export type EndorsementState =
  /** It takes no side. */
  | 'ABSTAINED'
  /** It does not sign. */
  | 'DECLINED'
  /** It signs. */
  | 'ENDORSED'
  /** It signs, and says with what it does not agree. */
  | 'ENDORSED_WITH_RESERVATION'
  /** Its board is being asked. */
  | 'IN_INTERNAL_REVIEW'
  /** It stops the text, where one objection does. */
  | 'OBJECTED'
  /** It had signed another text: it is asked anew. */
  | 'RECONFIRM'
  /** It had signed and does so no more. */
  | 'WITHDRAWN';

/** Something that an organisation has said, as it was said. */
export type EndorsementStatement = {
  __typename?: 'EndorsementStatement';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who was to be told the name. */
  attribution: Attribution;
  /** By what right; null where it signed nothing. */
  basis?: Maybe<EndorsementBasis>;
  /**
   * By whom; null where the hub did it — asked anew, or kept the signature over an editorial change — and for people who
   * are not for you.
   */
  by?: Maybe<Person>;
  /** What else was said; may be empty. */
  note: Scalars['String']['output'];
  /** With what it did not agree; empty where it agreed. */
  reservation: Scalars['String']['output'];
  /** What. */
  state: EndorsementState;
  /** To which text: its hash, in hexadecimal. */
  textHash: Scalars['String']['output'];
};

/** A contact with somebody on a map: planned, held, called off. */
export type Engagement = {
  __typename?: 'Engagement';
  /** How far what was said may be passed on. */
  attribution: EngagementAttribution;
  /** How. */
  channel: EngagementChannel;
  /** Other organisations that plan to meet the same one may be told that somebody does, and in which week. */
  coordinate: Scalars['Boolean']['output'];
  /** What is to follow. */
  followUp: Scalars['String']['output'];
  /** Who does it. */
  followUpBy?: Maybe<Person>;
  /** When it was done. */
  followUpDoneAt?: Maybe<Scalars['DateTime']['output']>;
  /** By when. */
  followUpOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** On which day. */
  heldOn: Scalars['NaiveDate']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Who beside its author may know it where it is confidential. */
  named: Array<Person>;
  /** Which organisation goes. */
  organisation?: Maybe<Organisation>;
  /** Who of us. */
  ourPeople: Array<Person>;
  /** What for. */
  purpose: Scalars['String']['output'];
  /** Which asks were raised, and what was answered. */
  raised: Array<RaisedAsk>;
  /** How they took it; null before it was held. */
  reaction?: Maybe<EngagementReaction>;
  /** What was said. */
  said: Scalars['String']['output'];
  /** How narrowly it is known. */
  sensitivity: Sensitivity;
  /** With whom. */
  stakeholders: Array<Scalars['ID']['output']>;
  /** Where it stands. */
  state: EngagementState;
  /** Who of them. */
  theirPeople: Scalars['String']['output'];
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
};

/** How far what was said may be passed on. */
export type EngagementAttribution =
  /** What was said, never who said it or who was there. */
  | 'CHATHAM_HOUSE'
  /** Not at all. */
  | 'OFF_RECORD'
  /** With the name of who said it. */
  | 'ON_RECORD';

/** How somebody is reached. */
export type EngagementChannel =
  /** A call. */
  | 'CALL'
  /** A public event. */
  | 'EVENT'
  /** In passing. */
  | 'INFORMAL'
  /** A letter. */
  | 'LETTER'
  /** Over the media. */
  | 'MEDIA'
  /** A meeting. */
  | 'MEETING'
  /** A message. */
  | 'MESSAGE';

/** A page of a list of contacts with stakeholders. */
export type EngagementConnection = {
  __typename?: 'EngagementConnection';
  /** The rows. */
  edges: Array<EngagementEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of contacts with stakeholders. */
export type EngagementEdge = {
  __typename?: 'EngagementEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Engagement;
};

/** A contact to be written down. */
export type EngagementInput = {
  /** How far what was said may be passed on. */
  attribution: EngagementAttribution;
  /** How. */
  channel: EngagementChannel;
  /** Other organisations that plan to meet the same one may be told that somebody does, and in which week. */
  coordinate?: Scalars['Boolean']['input'];
  /** What is to follow; at most 1,000 characters. */
  followUp?: Scalars['String']['input'];
  /** Who does it. */
  followUpBy?: InputMaybe<Scalars['ID']['input']>;
  /** By when. */
  followUpOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** On which day. */
  heldOn: Scalars['NaiveDate']['input'];
  /** Who beside you may know it where it is confidential: at most 20. */
  named?: Array<Scalars['ID']['input']>;
  /** Which organisation goes: one that takes part; yours when left out. */
  organisation?: InputMaybe<Scalars['ID']['input']>;
  /** Who of us: at most 20. */
  ourPeople?: Array<Scalars['ID']['input']>;
  /** What for; at most 1,000 characters. */
  purpose?: Scalars['String']['input'];
  /** Which asks were raised, and what was answered: at most 20. */
  raised?: Array<RaisedAskInput>;
  /** How they took it. */
  reaction?: InputMaybe<EngagementReaction>;
  /** What was said; needed once it was held. At most 5,000 characters. */
  said?: Scalars['String']['input'];
  /** How narrowly it is known: restricted or confidential. */
  sensitivity?: Sensitivity;
  /** With whom: 1 to 50 of those on the map. */
  stakeholders: Array<Scalars['ID']['input']>;
  /** Where it stands: planned for today or a day to come, held on one that was. */
  state: EngagementState;
  /** Who of them; at most 500 characters. */
  theirPeople?: Scalars['String']['input'];
};

/** What came of a change to a contact. */
export type EngagementPayload = {
  __typename?: 'EngagementPayload';
  /** The contact as it is now. */
  engagement?: Maybe<Engagement>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** How they took it. */
export type EngagementReaction =
  /** Badly. */
  | 'NEGATIVE'
  /** Neither. */
  | 'NEUTRAL'
  /** They did not answer. */
  | 'NONE'
  /** Well. */
  | 'POSITIVE';

/** Where a contact stands. */
export type EngagementState =
  /** It came to nothing. */
  | 'CALLED_OFF'
  /** It was. */
  | 'HELD'
  /** To come. */
  | 'PLANNED';

/** By what a search is narrowed. */
export type EvidenceChoice = {
  __typename?: 'EvidenceChoice';
  /** By what. */
  facet: EvidenceFacet;
  /** To which values. */
  values: Array<Scalars['String']['output']>;
};

/** A page of a list of documents. */
export type EvidenceConnection = {
  __typename?: 'EvidenceConnection';
  /** The rows. */
  edges: Array<EvidenceEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** A document of a network's evidence library. */
export type EvidenceDocument = Node & {
  __typename?: 'EvidenceDocument';
  /** Names are taken out. */
  anonymised: Scalars['Boolean']['output'];
  /** Who wrote it. */
  authors: Array<Scalars['String']['output']>;
  /** The papers that cite it as of their latest revision, as far as you may know them; the latest moved first. */
  citedIn: PaperConnection;
  /** Whether the people concerned agreed. */
  consent: Consent;
  /** To what. */
  consentScope: Scalars['String']['output'];
  /** When they took it back. */
  consentWithdrawnOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Its files, in order; none once it was taken back. */
  files: Array<EvidenceFile>;
  /** The working group that is its team; null without one. */
  group?: Maybe<WorkingGroup>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Its type; null while nobody said. */
  kind?: Maybe<Term>;
  /** Its languages, as tags (BCP 47). */
  languages: Array<Scalars['String']['output']>;
  /** How sensitive it is. */
  level: Sensitivity;
  /** Why. */
  levelReason: Scalars['String']['output'];
  /** Its licence: an SPDX or Creative Commons id, `all_rights_reserved`, `public_domain_official_text` or `unknown`. */
  licence: Scalars['String']['output'];
  /** In which network's library. */
  network?: Maybe<Network>;
  /** When. */
  obtainedOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Its official number. */
  officialNumber: Scalars['String']['output'];
  /** Which organisation gave it; null for the secretariat, and for one that is not for you. */
  organisation?: Maybe<Organisation>;
  /** How the network came by it. */
  origin?: Maybe<DocumentOrigin>;
  /** Through whose hands. */
  originNote: Scalars['String']['output'];
  /** It holds data about people. */
  personalData: Scalars['Boolean']['output'];
  /** Where it is about. */
  places: Array<Place>;
  /** When it was published, as far as known: 2026, 2026-07 or 2026-07-01 (EDTF level 0); empty when not. */
  publishedOn: Scalars['String']['output'];
  /** Who published it. */
  publisher: Scalars['String']['output'];
  /** How good it is; null while nobody said. */
  quality?: Maybe<EvidenceQuality>;
  /** Named persons who may know it while it is confidential, as far as you may know them. */
  readers: Array<Person>;
  /** Where it stands. */
  state: DocumentState;
  /** Why it stands so. */
  stateReason: Scalars['String']['output'];
  /** What it says, in short. */
  summary: Text;
  /** The newer edition, as far as you may know it. */
  supersededBy?: Maybe<EvidenceDocument>;
  /** What it is about. */
  themes: Array<Term>;
  /** Its title. */
  title: Text;
  /** When. */
  uploadedAt: Scalars['DateTime']['output'];
  /** Who sent it, as far as you may know them. */
  uploadedBy?: Maybe<Person>;
  /** Where it stands on the web. */
  url: Scalars['String']['output'];
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
  /** What you may do with it. */
  viewerCan: DocumentViewerCan;
};


/** A document of a network's evidence library. */
export type EvidenceDocumentCitedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One row of a list of documents. */
export type EvidenceEdge = {
  __typename?: 'EvidenceEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: EvidenceDocument;
};

/** By what hits are counted and narrowed. */
export type EvidenceFacet =
  /** Type, by code. */
  | 'KIND'
  /** Language, by tag. */
  | 'LANGUAGE'
  /** Sensitivity, by word. */
  | 'LEVEL'
  /** Licence. */
  | 'LICENCE'
  /** Organisation that gave it, by id. */
  | 'ORGANISATION'
  /** Place, by code: a province holds what lies in it. */
  | 'PLACE'
  /** Where it stands, by word. */
  | 'STATE'
  /** Theme, by code. */
  | 'THEME'
  /** Year of publication. */
  | 'YEAR';

/** How many hits have which value. */
export type EvidenceFacetCounts = {
  __typename?: 'EvidenceFacetCounts';
  /** By what. */
  facet: EvidenceFacet;
  /** The values, the most frequent first; at most fifty. */
  values: Array<EvidenceFacetValue>;
};

/** How many hits have a value. */
export type EvidenceFacetValue = {
  __typename?: 'EvidenceFacetValue';
  /** How many hits have it. */
  count: Scalars['Int']['output'];
  /** What it is called, where it has a name. */
  label?: Maybe<Text>;
  /** The value; give it back to narrow. */
  value: Scalars['String']['output'];
};

/** A file of a document. Its bytes are at `/files/{id}/content`, pictures of its pages at `/files/{id}/pages/{number}`. */
export type EvidenceFile = {
  __typename?: 'EvidenceFile';
  /** Its length in bytes. */
  bytes: Scalars['Int']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Its media type, told from its content. */
  media: Scalars['String']['output'];
  /** What its sender called it. */
  name: Scalars['String']['output'];
  /** The text of one page; null where there is none. */
  page?: Maybe<FilePage>;
  /** How many pages of text it has (slides and sheets count); null where it has none. */
  pages?: Maybe<Scalars['Int']['output']>;
  /** Its words were recognised in pictures, so they may be wrong. */
  recognised: Scalars['Boolean']['output'];
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: Scalars['String']['output'];
  /** Whether its words can be searched. */
  text: TextState;
};


/** A file of a document. Its bytes are at `/files/{id}/content`, pictures of its pages at `/files/{id}/pages/{number}`. */
export type EvidenceFilePageArgs = {
  marked?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['Int']['input'];
};

/** What hits are narrowed to: in each list one of its values; an empty list does not narrow. */
export type EvidenceFilter = {
  /** Codes of types. */
  kind?: Array<Scalars['String']['input']>;
  /** Tags of languages. */
  language?: Array<Scalars['String']['input']>;
  /** Sensitivities. */
  level?: Array<Sensitivity>;
  /** Licences. */
  licence?: Array<Scalars['String']['input']>;
  /** Ids of organisations. */
  organisation?: Array<Scalars['String']['input']>;
  /** Codes of places, with all that lies in them. */
  place?: Array<Scalars['String']['input']>;
  /** Where it stands: published, superseded, withdrawn and so on, by word. */
  state?: Array<Scalars['String']['input']>;
  /** Codes of themes. */
  theme?: Array<Scalars['String']['input']>;
  /** Years of publication. */
  year?: Array<Scalars['String']['input']>;
};

/** A document that was found. */
export type EvidenceHit = {
  __typename?: 'EvidenceHit';
  /** Its place among the hits. */
  cursor: Scalars['String']['output'];
  /** The file in which most of what was asked for stands; null where only what is written about it fits. */
  file?: Maybe<Scalars['ID']['output']>;
  /** The document. */
  node: EvidenceDocument;
  /** The page of it, counted from 1. */
  page?: Maybe<Scalars['Int']['output']>;
  /** The passage around it, what was asked for marked. */
  passage: Array<TextPiece>;
};

/** What is written of a document; what is left out stays. */
export type EvidenceInput = {
  /** Names are taken out. */
  anonymised?: InputMaybe<Scalars['Boolean']['input']>;
  /** Who wrote it, all of them. */
  authors?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether the people concerned agreed. */
  consent?: InputMaybe<Consent>;
  /** To what. */
  consentScope?: InputMaybe<Scalars['String']['input']>;
  /** Code of its type. */
  kind?: InputMaybe<Scalars['String']['input']>;
  /** Its languages, as tags, all of them. */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Its licence. */
  licence?: InputMaybe<Scalars['String']['input']>;
  /** When. */
  obtainedOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** Its official number. */
  officialNumber?: InputMaybe<Scalars['String']['input']>;
  /** How the network came by it. */
  origin?: InputMaybe<DocumentOrigin>;
  /** Through whose hands. */
  originNote?: InputMaybe<Scalars['String']['input']>;
  /** It holds data about people. */
  personalData?: InputMaybe<Scalars['Boolean']['input']>;
  /** Codes of its places, all of them. */
  places?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When: 2026, 2026-07 or 2026-07-01. */
  publishedOn?: InputMaybe<Scalars['String']['input']>;
  /** Who published it. */
  publisher?: InputMaybe<Scalars['String']['input']>;
  /** How good it is. */
  quality?: InputMaybe<EvidenceQualityInput>;
  /** What it says, in short. */
  summary?: InputMaybe<TextInput>;
  /** Codes of its themes, all of them. */
  themes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Its title. */
  title?: InputMaybe<TextInput>;
  /** Where it stands on the web. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** What came of a change to a document. */
export type EvidencePayload = {
  __typename?: 'EvidencePayload';
  /** The document as it is now. */
  document?: Maybe<EvidenceDocument>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** How good a piece of evidence is, by the principles of Bond: 1 (weak) to 4 (strong) each. */
export type EvidenceQuality = {
  __typename?: 'EvidenceQuality';
  /** Appropriateness: it was made in a way that fits its question. */
  appropriateness: Scalars['Int']['output'];
  /** Contribution: it shows what led to what. */
  contribution: Scalars['Int']['output'];
  /** Transparency: it says how it was made and what it cannot tell. */
  transparency: Scalars['Int']['output'];
  /** Triangulation: several sources say so. */
  triangulation: Scalars['Int']['output'];
  /** Voice and inclusion: those concerned are heard in it. */
  voice: Scalars['Int']['output'];
};

/** How good a piece of evidence is: 1 (weak) to 4 (strong) each. */
export type EvidenceQualityInput = {
  /** Appropriateness. */
  appropriateness: Scalars['Int']['input'];
  /** Contribution. */
  contribution: Scalars['Int']['input'];
  /** Transparency. */
  transparency: Scalars['Int']['input'];
  /** Triangulation. */
  triangulation: Scalars['Int']['input'];
  /** Voice and inclusion. */
  voice: Scalars['Int']['input'];
};

/** Something that somebody looked for and did not find, asked of the network. */
export type EvidenceRequest = {
  __typename?: 'EvidenceRequest';
  /** The answer in words. */
  answer: Scalars['String']['output'];
  /** When it was answered; null while it waits. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when. */
  askedAt: Scalars['DateTime']['output'];
  /** The document that answers, as far as you may know it. */
  document?: Maybe<EvidenceDocument>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** For which organisation; null for the secretariat. */
  organisation?: Maybe<Organisation>;
  /** Who asks, as far as you may know them. */
  person?: Maybe<Person>;
  /** What is wanted. */
  wanted: Scalars['String']['output'];
};

/** A page of a list of what was asked of the library. */
export type EvidenceRequestConnection = {
  __typename?: 'EvidenceRequestConnection';
  /** The rows. */
  edges: Array<EvidenceRequestEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of what was asked of the library. */
export type EvidenceRequestEdge = {
  __typename?: 'EvidenceRequestEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: EvidenceRequest;
};

/** What came of asking the network, or of answering. */
export type EvidenceRequestPayload = {
  __typename?: 'EvidenceRequestPayload';
  /** What was asked. */
  request?: Maybe<EvidenceRequest>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What was found among what you may know. */
export type EvidenceResults = {
  __typename?: 'EvidenceResults';
  /** What was perhaps meant; null where nothing better is known. */
  didYouMean?: Maybe<Scalars['String']['output']>;
  /** The hits of this page. */
  edges: Array<EvidenceHit>;
  /** Pass it as `after` for the next page; null when nothing was found. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** How many have which value. */
  facets: Array<EvidenceFacetCounts>;
  /** Another page follows. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Nothing was found as written: letters may differ in these. */
  inexact: Scalars['Boolean']['output'];
  /** Nothing held every word: these hold some. */
  partial: Scalars['Boolean']['output'];
  /** How many hits there are. */
  totalCount: Scalars['Int']['output'];
};

/** In which order hits come. */
export type EvidenceSort =
  /** The latest first. */
  | 'LATEST'
  /** The best first. */
  | 'RELEVANCE';

/** Two documents with the very same file. */
export type EvidenceTwins = {
  __typename?: 'EvidenceTwins';
  /** The one that came later. */
  document: EvidenceDocument;
  /** The one that was there, as far as you may know it. */
  twin?: Maybe<EvidenceDocument>;
};

/** A page of a list of documents that came twice. */
export type EvidenceTwinsConnection = {
  __typename?: 'EvidenceTwinsConnection';
  /** The rows. */
  edges: Array<EvidenceTwinsEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of documents that came twice. */
export type EvidenceTwinsEdge = {
  __typename?: 'EvidenceTwinsEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: EvidenceTwins;
};

/** How many members share something. */
export type Facet = {
  __typename?: 'Facet';
  /** How many. */
  count: Scalars['Int']['output'];
  /** What: a tier's word, a province's two digits, a type's or theme's code. */
  value: Scalars['String']['output'];
};

/** A directory counted, over what you may see only. */
export type Facets = {
  __typename?: 'Facets';
  /** By type. */
  kinds: Array<Facet>;
  /** By province of the headquarters. */
  provinces: Array<Facet>;
  /** By theme. */
  themes: Array<Facet>;
  /** By tier. */
  tiers: Array<Facet>;
};

/** Whether a year's fee is paid. */
export type FeeStatus =
  /** Asked for, not paid. */
  | 'DUE'
  /** Nobody has asked for one. */
  | 'NOT_ASKED'
  /** Paid. */
  | 'PAID'
  /** Not asked for this year, by decision. */
  | 'WAIVED';

/** How somebody found a dialogue. */
export type FeedbackInput = {
  /** What else, or nothing; at most 1,000 characters. */
  comment?: Scalars['String']['input'];
  /** One was heard, 1 to 5. */
  heard: Scalars['Int']['input'];
  /** One felt safe to speak, 1 to 5. */
  safe: Scalars['Int']['input'];
  /** It was useful, 1 to 5. */
  useful: Scalars['Int']['input'];
};

/** A page of a file's text. */
export type FilePage = {
  __typename?: 'FilePage';
  /** The language that prevails, as a tag; empty when unknown. */
  language: Scalars['String']['output'];
  /** Counted from 1. */
  number: Scalars['Int']['output'];
  /** Its words, what was asked for marked. */
  pieces: Array<TextPiece>;
};

/** The exact text that is signed, in canonical form. */
export type FrozenText = {
  __typename?: 'FrozenText';
  /** The English text; empty where there is none. */
  english: Scalars['String']['output'];
  /** Since when. */
  frozenAt: Scalars['DateTime']['output'];
  /** What endorsements bind to: SHA-256 over the hashes of both languages, in hexadecimal. */
  hash: Scalars['String']['output'];
  /** SHA-256 of the English text in UTF-8, in hexadecimal. */
  hashEnglish: Scalars['String']['output'];
  /** SHA-256 of the Khmer text in UTF-8, in hexadecimal. */
  hashKhmer: Scalars['String']['output'];
  /** The Khmer text; empty where there is none. */
  khmer: Scalars['String']['output'];
};

/** A role to be given. */
export type GrantRoleInput = {
  /** How it was given, for these. */
  mandate?: InputMaybe<MandateInput>;
  /** In which network. */
  network: Scalars['ID']['input'];
  /** For which organisation; needed for representatives, alternates, signatories and contributors. */
  organisation?: InputMaybe<Scalars['ID']['input']>;
  /** To whom. */
  person: Scalars['ID']['input'];
  /** Which role. */
  role: Role;
};

/** How one comes into a working group. */
export type GroupJoining =
  /** A convenor says yes. */
  | 'BY_APPROVAL'
  /** A convenor asks. */
  | 'BY_INVITATION'
  /** Members send whom they like. */
  | 'OPEN';

/** What came of a change to a working group. */
export type GroupPayload = {
  __typename?: 'GroupPayload';
  /** The group as it is now. */
  group?: Maybe<WorkingGroup>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A seat in a working group, held for a member organisation. */
export type GroupSeat = {
  __typename?: 'GroupSeat';
  /** Since when it is asked for or taken. */
  askedAt: Scalars['DateTime']['output'];
  /** Its holder leads the group. */
  convenes: Scalars['Boolean']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Which organisation sends its holder. */
  organisation?: Maybe<Organisation>;
  /** Who sits in it, as far as you may know them. */
  person?: Maybe<Person>;
  /** Where it stands. */
  state: SeatState;
  /** What you may do with it. */
  viewerCan: SeatViewerCan;
};

/** Where a working group stands. */
export type GroupState =
  /** At work. */
  | 'ACTIVE'
  /** Over. */
  | 'DISSOLVED'
  /** Resting. */
  | 'DORMANT'
  /** Waits for the committee. */
  | 'PROPOSED';

/** What you may do with a working group. */
export type GroupViewerCan = {
  __typename?: 'GroupViewerCan';
  /** Approve it, bring it back, dissolve it. */
  approve: Scalars['Boolean']['output'];
  /** Send people of your organisation into it. */
  join: Scalars['Boolean']['output'];
  /** Change it, its seats and its meetings. */
  lead: Scalars['Boolean']['output'];
  /** Put a question to its organisations. */
  openDecision: Scalars['Boolean']['output'];
};

/** An organisation outside the network that is asked to sign; more of it for whoever runs the sign-on. */
export type Guest = {
  __typename?: 'Guest';
  /** Who is told its name; null while it has said nothing. */
  attribution?: Maybe<Attribution>;
  /** By what right; null for those who need not know. */
  basis?: Maybe<EndorsementBasis>;
  /** The secretariat has confirmed that the organisation said so: it counts. */
  confirmed: Scalars['Boolean']['output'];
  /** Where it was written to; null for those who need not know. */
  email?: Maybe<Scalars['String']['output']>;
  /** Its id; null for those who need not know. */
  id?: Maybe<Scalars['ID']['output']>;
  /** When it was invited; null for those who need not know. */
  invitedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is called. */
  name: Text;
  /** With what it does not agree; empty where it agrees. */
  reservation: Scalars['String']['output'];
  /** Who signs, and in which post; null for those who need not know. */
  signatory?: Maybe<Scalars['String']['output']>;
  /** What it says; null for nothing. */
  state?: Maybe<EndorsementState>;
  /** When it said so; null for nothing. */
  statedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The exact text: its hash, in hexadecimal; null for nothing. */
  textHash?: Maybe<Scalars['String']['output']>;
};

/** A page of a list of organisations outside the network. */
export type GuestConnection = {
  __typename?: 'GuestConnection';
  /** The rows. */
  edges: Array<GuestEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of organisations outside the network. */
export type GuestEdge = {
  __typename?: 'GuestEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Guest;
};

/** What whoever holds an invitation sees. */
export type GuestInvitation = {
  __typename?: 'GuestInvitation';
  /** To whom it goes. */
  addressees: Scalars['String']['output'];
  /** The secretariat has confirmed it: it counts. */
  confirmed: Scalars['Boolean']['output'];
  /** The first instant at which nobody signs any more. */
  deadline: Scalars['DateTime']['output'];
  /** The English text in canonical form; empty where there is none. */
  english: Scalars['String']['output'];
  /** The Khmer text in canonical form; empty where there is none. */
  khmer: Scalars['String']['output'];
  /** Which network asks. */
  network: Text;
  /** What was said was said to this very text. */
  ofThisText: Scalars['Boolean']['output'];
  /** It may be answered now. */
  open: Scalars['Boolean']['output'];
  /** Which organisation is asked. */
  organisation: Text;
  /** What was said; null for nothing. */
  state?: Maybe<EndorsementState>;
  /** What it says in short. */
  summary: Text;
  /** What is signed: the hash of both, in hexadecimal. Pass it back when answering. */
  textHash: Scalars['String']['output'];
  /** What the text is called. */
  title: Text;
};

/** What came of opening an invitation, or of answering it. */
export type GuestInvitationPayload = {
  __typename?: 'GuestInvitationPayload';
  /** The invitation as it is now. */
  invitation?: Maybe<GuestInvitation>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What came of a step with an invited organisation. */
export type GuestPayload = {
  __typename?: 'GuestPayload';
  /** The organisation as it is now. */
  guest?: Maybe<InvitedGuest>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A public holiday: it is no working day. */
export type Holiday = {
  __typename?: 'Holiday';
  /** When. */
  day: Scalars['NaiveDate']['output'];
  /** What it is called. */
  name: Text;
};

/** A page of a list of public holidays. */
export type HolidayConnection = {
  __typename?: 'HolidayConnection';
  /** The rows. */
  edges: Array<HolidayEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of public holidays. */
export type HolidayEdge = {
  __typename?: 'HolidayEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Holiday;
};

/** What came of a change to a holiday. */
export type HolidayPayload = {
  __typename?: 'HolidayPayload';
  /** The holiday as it is now, or as it was before it was removed. */
  holiday?: Maybe<Holiday>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** How a formal letter addresses somebody. */
export type Honorific =
  /** Dr */
  | 'DR'
  /** H.E. ឯកឧត្តម */
  | 'EXCELLENCY'
  /** លោកជំទាវ */
  | 'LOK_CHUMTEAV'
  /** Mr លោក */
  | 'MR'
  /** Ms លោកស្រី */
  | 'MS'
  /** None. */
  | 'NONE'
  /** Ven. ព្រះតេជគុណ */
  | 'VENERABLE';

/** The hub itself. */
export type Hub = {
  __typename?: 'Hub';
  /** Demo sign-in is offered. */
  demo: Scalars['Boolean']['output'];
  /** The people one may try the demo as; empty elsewhere. */
  demoFaces: Array<DemoFace>;
  /** Somebody has set it up. */
  ready: Scalars['Boolean']['output'];
  /** Providers through which one may sign in. */
  signInProviders: Array<SignInProvider>;
  /** Its version. */
  version: Scalars['String']['output'];
};

/** What somebody says a row is. */
export type ImportChoice =
  /** Somebody new, whatever it looks like. */
  | 'NEW'
  /** An organisation that is there: its record stays, and it joins the network. */
  | 'SAME'
  /** To be left out. */
  | 'SKIP';

/** A column of a table. */
export type ImportColumn = {
  __typename?: 'ImportColumn';
  /** What it holds. */
  field: ImportField;
  /** Its header. */
  header: Scalars['String']['output'];
  /** Its first cells that are not empty. */
  samples: Array<Scalars['String']['output']>;
};

/** How many rows come to what. */
export type ImportCounts = {
  __typename?: 'ImportCounts';
  /** Those that are there and join. */
  joins: Scalars['Int']['output'];
  /** New organisations. */
  new: Scalars['Int']['output'];
  /** Left out. */
  skipped: Scalars['Int']['output'];
  /** Waiting for somebody to say. */
  undecided: Scalars['Int']['output'];
  /** That cannot be taken. */
  wrong: Scalars['Int']['output'];
};

/** What a column of a table holds. */
export type ImportField =
  /** The acronym. */
  | 'ACRONYM'
  /** Its e-mail address. */
  | 'EMAIL'
  /** Where its headquarters are: province or district, by name or code. */
  | 'HQ'
  /** Nothing that is imported. */
  | 'IGNORE'
  /** The type of organisation, by label or code. */
  | 'KIND'
  /** The name in English. */
  | 'NAME_EN'
  /** The name in Khmer. */
  | 'NAME_KM'
  /** Its telephone. */
  | 'PHONE'
  /** How it stands with the authorities; in process where the cell is empty. */
  | 'REGISTRATION'
  /** What it works on, separated by commas. */
  | 'THEMES'
  /** How it belongs, by label or code; full where the cell is empty. */
  | 'TIER'
  /** Its website. */
  | 'WEBSITE'
  /** When it was founded. */
  | 'YEAR_FOUNDED';

/** What comes of a row as things stand. */
export type ImportOutcome =
  /** Is an organisation that is there, and joins the network. */
  | 'JOINS'
  /** Becomes a new organisation. */
  | 'NEW'
  /** Is left out. */
  | 'SKIPPED'
  /** Looks like one that is there: somebody has to say. */
  | 'UNDECIDED'
  /** Cannot be taken. */
  | 'WRONG';

/** What came of a change to an import. */
export type ImportPayload = {
  __typename?: 'ImportPayload';
  /** The import as it is now. */
  import?: Maybe<MemberImport>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What would come of an import as things stand. */
export type ImportPreview = {
  __typename?: 'ImportPreview';
  /** How many rows come to what. */
  counts: ImportCounts;
  /** More rows follow. */
  hasMore: Scalars['Boolean']['output'];
  /** A page of rows, in the order of the file. */
  rows: Array<ImportRow>;
};

/** A row as it would be taken. */
export type ImportRow = {
  __typename?: 'ImportRow';
  /** The organisations it may be. */
  candidates: Array<Organisation>;
  /** What somebody said it is; null while nobody has. */
  choice?: Maybe<ImportChoice>;
  /** Its line in the file; the headers are line 1. */
  line: Scalars['Int']['output'];
  /** What it calls the organisation. */
  name: Text;
  /** What comes of it. */
  outcome: ImportOutcome;
  /** Why it cannot be taken. */
  violations: Array<Violation>;
};

/** Where an import stands. */
export type ImportState =
  /** Taken. */
  | 'DONE'
  /** Being looked over. */
  | 'DRAFT';

/** How often an indicator is looked at. */
export type IndicatorFrequency =
  /** Twice a year. */
  | 'HALF_YEARLY'
  /** Every month. */
  | 'MONTHLY'
  /** Every three months. */
  | 'QUARTERLY'
  /** Once a year. */
  | 'YEARLY';

/** What an indicator tells of. */
export type IndicatorLevel =
  /** What is better for people. */
  | 'IMPACT'
  /** What others do differently. */
  | 'OUTCOME'
  /** What the campaign itself has done. */
  | 'OUTPUT';

/** How values of an indicator are counted. */
export type IndicatorMeasure =
  /** A share in per cent at the end of the period. */
  | 'SHARE'
  /** So many at the end of the period. */
  | 'STATE'
  /** So many in the period; periods add up. */
  | 'SUM';

/** How many of a value are in one group. */
export type IndicatorPart = {
  __typename?: 'IndicatorPart';
  /** Which group: its code, or a province's. */
  group: Scalars['String']['output'];
  /** Split by what. */
  split: Disaggregation;
  /** So many; null where so few people are not told to you. */
  value?: Maybe<Scalars['String']['output']>;
};

/** How many of a value are in one group. */
export type IndicatorPartInput = {
  /** Which group: its code, or a province's. */
  group: Scalars['String']['input'];
  /** Split by what. */
  split: Disaggregation;
  /** So many; empty for not said. */
  value: Scalars['String']['input'];
};

/** How far an indicator has come. */
export type IndicatorProgress = {
  __typename?: 'IndicatorProgress';
  /** Where it stands: the last value, or all of them together where periods add up. */
  reached: Scalars['String']['output'];
  /** How much of the way from the baseline to the target that is, in whole per cent; null without both. */
  way?: Maybe<Scalars['Int']['output']>;
};

/** What an indicator was in a period. */
export type IndicatorValue = {
  __typename?: 'IndicatorValue';
  /** The documents it rests on that you may know. */
  documents: Array<EvidenceDocument>;
  /** When. */
  enteredAt: Scalars['DateTime']['output'];
  /** Who wrote it down; null for people who are not for you, and for those who are not in the team. */
  enteredBy?: Maybe<Person>;
  /** The period's first day. */
  fromOn: Scalars['NaiveDate']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Why it is not what was expected, and what else there is to say; for the team alone, else empty. */
  note: Scalars['String']['output'];
  /** How it is made up. */
  parts: Array<IndicatorPart>;
  /** The period's last day. */
  toOn: Scalars['NaiveDate']['output'];
  /** What it was; null where so few people are not told to you. */
  value?: Maybe<Scalars['String']['output']>;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
};

/** What a value of an indicator is to be. */
export type IndicatorValueInput = {
  /** Documents of the library it rests on: at most 20. Without any it is marked so in reports. */
  documents?: Array<Scalars['ID']['input']>;
  /** The period's first day. */
  fromOn: Scalars['NaiveDate']['input'];
  /** Why it is not what was expected, and what else there is to say; at most 2,000 characters. */
  note?: Scalars['String']['input'];
  /** How it is made up. Where people are counted, the groups of each split add up to the value. */
  parts?: Array<IndicatorPartInput>;
  /** The period's last day, not one to come. Periods of one indicator do not overlap. */
  toOn: Scalars['NaiveDate']['input'];
  /** What it was: a figure from nought, with at most two decimals. */
  value: Scalars['String']['input'];
};

/** What somebody answers to an invitation. */
export type InvitationAnswer =
  /** They come. */
  | 'ACCEPT'
  /** They do not. */
  | 'DECLINE'
  /** They may come. */
  | 'TENTATIVE';

/** How an answer to an invitation came. */
export type InvitationChannel =
  /** By the link. */
  | 'HUB'
  /** In person. */
  | 'IN_PERSON'
  /** By letter. */
  | 'LETTER'
  /** By telephone. */
  | 'PHONE'
  /** By Telegram. */
  | 'TELEGRAM';

/** What somebody needs to take part. */
export type InvitationNeeds = {
  __typename?: 'InvitationNeeds';
  /** Somebody who looks after children. */
  childcare: Scalars['Boolean']['output'];
  /** A diet. */
  diet: Scalars['Boolean']['output'];
  /** Interpretation. */
  interpretation: Scalars['Boolean']['output'];
  /** Getting in without steps, or help with it. */
  mobility: Scalars['Boolean']['output'];
  /** Sign language. */
  signLanguage: Scalars['Boolean']['output'];
  /** Help with travel. */
  travel: Scalars['Boolean']['output'];
};

/** What somebody needs to take part. */
export type InvitationNeedsInput = {
  /** Somebody who looks after children. */
  childcare?: Scalars['Boolean']['input'];
  /** A diet. */
  diet?: Scalars['Boolean']['input'];
  /** Interpretation. */
  interpretation?: Scalars['Boolean']['input'];
  /** Getting in without steps, or help with it. */
  mobility?: Scalars['Boolean']['input'];
  /** Sign language. */
  signLanguage?: Scalars['Boolean']['input'];
  /** Help with travel. */
  travel?: Scalars['Boolean']['input'];
};

/** Where an invitation stands. */
export type InvitationState =
  /** They come, and have a seat. */
  | 'ACCEPTED'
  /** Taken back. */
  | 'CANCELLED'
  /** They do not come. */
  | 'DECLINED'
  /** Somebody comes in their place. */
  | 'DELEGATED'
  /** Written, not yet out. */
  | 'PREPARED'
  /** They have a seat, and are asked whether the new day suits them. */
  | 'RECONFIRM'
  /** Out, not answered. */
  | 'SENT'
  /** They may come. */
  | 'TENTATIVE'
  /** They would come, and wait for a seat. */
  | 'WAITLISTED';

/** An invitation as a text for a messenger. */
export type InvitationTextPayload = {
  __typename?: 'InvitationTextPayload';
  /** How it ended. */
  status: Status;
  /** The text, with a link for its invitee alone. */
  text?: Maybe<Scalars['String']['output']>;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** An organisation to be invited. */
export type InviteGuestInput = {
  /** Where to write. */
  email: Scalars['String']['input'];
  /** In which language. */
  language: Language;
  /** What it is called. */
  name: TextInput;
};

/** A part in a campaign. */
export type InviteToCampaignInput = {
  /** Which campaign. */
  campaign: Scalars['ID']['input'];
  /** What it is to take upon itself. */
  commitment?: Scalars['String']['input'];
  /** Which organisation. */
  organisation: Scalars['ID']['input'];
  /** Which part. */
  role: CampaignRole;
};

/** An invited organisation, to whoever runs the sign-on. */
export type InvitedGuest = {
  __typename?: 'InvitedGuest';
  /** All of it. */
  guest: Guest;
};

/** Whom to invite. */
export type InviteeInput = {
  /** For which group: one that has seats. */
  constituency: Scalars['String']['input'];
  /** Their e-mail address, or nothing. */
  email?: Scalars['String']['input'];
  /** How a letter addresses them. */
  honorific?: InputMaybe<Honorific>;
  /** An institution, which is asked to name somebody. */
  institution?: Scalars['Boolean']['input'];
  /** In which language one writes to them. */
  language: Language;
  /** Who; one language is enough. */
  name: TextInput;
  /** Where they work. */
  organisation?: Scalars['String']['input'];
  /** Their telephone number, or nothing. */
  phone?: Scalars['String']['input'];
  /** Their post. */
  post?: Scalars['String']['input'];
  /** As far as known. */
  sex?: InputMaybe<Sex>;
  /** Between 15 and 30; unknown when left out. */
  youth?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A row of a table of people to invite, and what stands against it. */
export type InviteeLine = {
  __typename?: 'InviteeLine';
  /** For which group: a code of the list of constituencies, or empty where that is not known. */
  constituency: Scalars['String']['output'];
  /** Its number in the file; the heads are 1. */
  line: Scalars['Int']['output'];
  /** Whom it says to invite. */
  name: Text;
  /** What is wrong with it. */
  violations: Array<Violation>;
};

/** What came of reading a table of people to invite. */
export type InviteeTable = {
  __typename?: 'InviteeTable';
  /** Its rows, and what stands against each. */
  lines: Array<InviteeLine>;
};

/** What came of reading a table of people to invite. */
export type InviteeTablePayload = {
  __typename?: 'InviteeTablePayload';
  /** How it ended. */
  status: Status;
  /** The table. */
  table?: Maybe<InviteeTable>;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** An organisation that is on the hub, put into another network. */
export type JoinNetworkInput = {
  /** Into which network. */
  network: Scalars['ID']['input'];
  /** Which organisation. */
  organisation: Scalars['ID']['input'];
  /** How it belongs. */
  tier: Tier;
};

/** How many organisations of a type sign. */
export type KindProgress = {
  __typename?: 'KindProgress';
  /** How many do, by public name. */
  count: Scalars['Int']['output'];
  /** The type. */
  kind?: Maybe<Term>;
  /** How many must. */
  needed: Scalars['Int']['output'];
};

/** So many organisations of a type must sign. */
export type KindThresholdInput = {
  /** How many, 1 to 1000, by public name. */
  count: Scalars['Int']['input'];
  /** The code of the type of organisation. */
  kind: Scalars['String']['input'];
};

/** A language of the interface. */
export type Language =
  /** English. */
  | 'EN'
  /** Khmer. */
  | 'KM';

/** How a letter goes. */
export type LetterWay =
  /** By mail. */
  | 'MAIL'
  /** On paper. */
  | 'PRINT'
  /** As a text for a messenger. */
  | 'TEXT';

/** A provider account that opens the door to one's own. */
export type LinkedProvider = {
  __typename?: 'LinkedProvider';
  /** Its issuer identifier, for `unlinkOpenId`. */
  issuer: Scalars['String']['output'];
  /** Since when. */
  linkedAt: Scalars['DateTime']['output'];
  /** The provider; null when it is not set up here any more. */
  provider?: Maybe<SignInProvider>;
};

/** A logo: a PNG drawn from what the organisation sent. */
export type Logo = {
  __typename?: 'Logo';
  /** In pixels. */
  height: Scalars['Int']['output'];
  /**
   * Where to fetch it, with your own session: the path on this hub. Send a new picture there by `PUT`, as PNG,
   * JPEG or WebP of at most 1 MB.
   */
  url: Scalars['String']['output'];
  /** In pixels. */
  width: Scalars['Int']['output'];
};

/** Whether others may put an organisation's logo under a joint text. */
export type LogoUse =
  /** Without asking. */
  | 'ALWAYS'
  /** After asking, each time. */
  | 'ASK_EACH_TIME'
  /** Not at all. */
  | 'NEVER';

/** A mail of this hub. */
export type Mail = Node & {
  __typename?: 'Mail';
  /** Plain text. */
  body: Scalars['String']['output'];
  /** Since when. */
  createdAt: Scalars['DateTime']['output'];
  /** What the mail server said, if it refused. */
  error: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What kind of letter: `invitation`, `password_reset`. */
  kind: Scalars['String']['output'];
  /** In which language. */
  language: Language;
  /** To whom. */
  recipient: Scalars['String']['output'];
  /** When it left. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: MailState;
  /** Subject. */
  subject: Scalars['String']['output'];
};

/** A page of a list of mails. */
export type MailConnection = {
  __typename?: 'MailConnection';
  /** The rows. */
  edges: Array<MailEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of mails. */
export type MailEdge = {
  __typename?: 'MailEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Mail;
};

/** Where a mail stands. */
export type MailState =
  /** Refused for good. */
  | 'FAILED'
  /** Handed to the mail server. */
  | 'SENT'
  /** To be sent, or to be read here where no mail server is configured. */
  | 'WAITING';

/** A token to be made. */
export type MakeAccessTokenInput = {
  /** How long it works, 1 to 365 days. */
  days?: Scalars['Int']['input'];
  /** What you call it. */
  name: Scalars['String']['input'];
  /** It may also change things, not only read them. */
  write?: Scalars['Boolean']['input'];
};

/** How a role of an organisation's people was given, and what it covers. */
export type Mandate = {
  __typename?: 'Mandate';
  /** Whose decision gave it; null where nothing was recorded. */
  basis?: Maybe<MandateBasis>;
  /** What else there is to say of that decision. */
  basisNote: Scalars['String']['output'];
  /** When it was decided. */
  decidedOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Kinds of texts a signatory may sign; empty: all. */
  textKinds: Array<TextKind>;
  /** Themes on which a signatory may sign; empty: all. */
  themes: Array<Term>;
};

/** Whose decision in an organisation gave a mandate. */
export type MandateBasis =
  /** The general assembly's. */
  | 'ASSEMBLY'
  /** The board's. */
  | 'BOARD'
  /** The director's. */
  | 'DIRECTOR'
  /** Somebody else's, as noted. */
  | 'OTHER';

/** How a role of an organisation's people was given. */
export type MandateInput = {
  /** Whose decision gave it; needed for signatories. */
  basis?: InputMaybe<MandateBasis>;
  /** What else there is to say of that decision. */
  basisNote?: Scalars['String']['input'];
  /** When it was decided; needed for signatories. */
  decidedOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** Kinds of texts a signatory may sign; empty: all. */
  textKinds?: Array<TextKind>;
  /** Codes of themes on which a signatory may sign; empty: all. */
  themes?: Array<Scalars['String']['input']>;
  /** The last day on which it holds; null: until it is ended. */
  untilOn?: InputMaybe<Scalars['NaiveDate']['input']>;
};

/** Who may speak and sign for an organisation in a network. */
export type Mandates = {
  __typename?: 'Mandates';
  /** What was done in its name in this network, newest first; null when that is not for you. */
  acts?: Maybe<ActPage>;
  /** Its representatives, alternates, signatories and contributors, as far as you may know them. */
  holders: Array<RoleGrant>;
  /** Its standing mandates; null when they are not for you. */
  standing?: Maybe<Array<StandingMandate>>;
  /** What you may do with them. */
  viewerCan: MandatesViewerCan;
};


/** Who may speak and sign for an organisation in a network. */
export type MandatesActsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** What you may do with the mandates of an organisation in a network. */
export type MandatesViewerCan = {
  __typename?: 'MandatesViewerCan';
  /** Record and end standing mandates. */
  keepStanding: Scalars['Boolean']['output'];
  /** Name its alternates and contributors, end its people's mandates. */
  name: Scalars['Boolean']['output'];
  /** Record every role of its people. */
  record: Scalars['Boolean']['output'];
  /** Read what was done in its name. */
  viewActs: Scalars['Boolean']['output'];
};

/** Something somebody did on a map: changed it, opened what is confidential, took a picture away. */
export type MapAct = {
  __typename?: 'MapAct';
  /** What: `stakeholder.added`, `assessment.given`, `link.opened`, `map.taken.grid`, … */
  act: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who; null for the hub itself, and for people who are not for you. */
  by?: Maybe<Person>;
  /** What it became, as JSON; `null` once it was taken off, and for what is confidential. */
  now: Scalars['String']['output'];
  /** For which organisation. */
  onBehalfOf?: Maybe<Organisation>;
  /** What it was, as JSON; `null` before there was anything, and for what is confidential. */
  was: Scalars['String']['output'];
};

/** A page of a list of what was done on a map. */
export type MapActConnection = {
  __typename?: 'MapActConnection';
  /** The rows. */
  edges: Array<MapActEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of what was done on a map. */
export type MapActEdge = {
  __typename?: 'MapActEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: MapAct;
};

/** How much of a change a marker is. */
export type MarkerLevel =
  /** One expects to see it. */
  | 'EXPECT'
  /** One would like to see it. */
  | 'LIKE'
  /** One would love to see it. */
  | 'LOVE';

/** A meeting of a working group. */
export type Meeting = Node & {
  __typename?: 'Meeting';
  /** What is talked about. */
  agenda: Text;
  /** When the minutes were approved; null until then. */
  approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who approved the minutes, as far as you may know them. */
  approvedBy?: Maybe<Person>;
  /** When it was called off; null when it was not. */
  cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was called off; empty when it was not. */
  cancelledReason: Scalars['String']['output'];
  /** The decisions that came of it, the newest first. */
  decisions: DecisionConnection;
  /** When it ends. */
  endsAt: Scalars['DateTime']['output'];
  /** Of which group. */
  group?: Maybe<WorkingGroup>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Where on the net; empty when nowhere. */
  link: Scalars['String']['output'];
  /** What was said and decided. */
  minutes: Text;
  /** Who last wrote the minutes, as far as you may know them. */
  minutesBy?: Maybe<Person>;
  /** Where the minutes stand. */
  minutesState: MinutesState;
  /** `MEMBERS`, or `RESTRICTED` to the group, the secretariat and the committee. */
  sensitivity: Sensitivity;
  /** When it begins. */
  startsAt: Scalars['DateTime']['output'];
  /** In a few words. */
  title: Text;
  /** Where; empty when nothing was said. */
  venue: Text;
  /** Counts its changes. */
  version: Scalars['Int']['output'];
  /** What you may do with it. */
  viewerCan: MeetingViewerCan;
};


/** A meeting of a working group. */
export type MeetingDecisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of a list of meetings. */
export type MeetingConnection = {
  __typename?: 'MeetingConnection';
  /** The rows. */
  edges: Array<MeetingEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of meetings. */
export type MeetingEdge = {
  __typename?: 'MeetingEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Meeting;
};

/** What a meeting is to be. */
export type MeetingInput = {
  /** What is talked about. */
  agenda: TextInput;
  /** When it ends: after it begins, within two weeks. */
  endsAt: Scalars['DateTime']['input'];
  /** Where on the net; empty when nowhere. */
  link?: Scalars['String']['input'];
  /** Only for the group, the secretariat and the committee. */
  restricted?: Scalars['Boolean']['input'];
  /** When it begins. */
  startsAt: Scalars['DateTime']['input'];
  /** In a few words. */
  title: TextInput;
  /** Where. */
  venue: TextInput;
};

/** What came of a change to a meeting. */
export type MeetingPayload = {
  __typename?: 'MeetingPayload';
  /** The meeting as it is now. */
  meeting?: Maybe<Meeting>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What you may do with a meeting. */
export type MeetingViewerCan = {
  __typename?: 'MeetingViewerCan';
  /** Approve its minutes. */
  approveMinutes: Scalars['Boolean']['output'];
  /** Change it, call it off. */
  edit: Scalars['Boolean']['output'];
  /** Put a question to the group's organisations. */
  openDecision: Scalars['Boolean']['output'];
  /** Write its minutes. */
  writeMinutes: Scalars['Boolean']['output'];
};

/** A table of members on its way in. Nothing of it becomes a record before every row is in order or left out. */
export type MemberImport = {
  __typename?: 'MemberImport';
  /** How many organisations became members by it. */
  added: Scalars['Int']['output'];
  /** Its columns. */
  columns: Array<ImportColumn>;
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** What the file was called. */
  fileName: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** How many that were there joined. */
  joined: Scalars['Int']['output'];
  /** What would come of it as things stand. */
  preview: ImportPreview;
  /** How many rows it has; none once it is done. */
  rowCount: Scalars['Int']['output'];
  /** How many rows were left out. */
  skipped: Scalars['Int']['output'];
  /** Where it stands. */
  state: ImportState;
  /** Counts its changes. */
  version: Scalars['Int']['output'];
};


/** A table of members on its way in. Nothing of it becomes a record before every row is in order or left out. */
export type MemberImportPreviewArgs = {
  after?: Scalars['Int']['input'];
  first?: Scalars['Int']['input'];
  only?: InputMaybe<ImportOutcome>;
};

/** An organisation's place in a network. */
export type Membership = Node & {
  __typename?: 'Membership';
  /** What is known while it is applied for; null for members of old, and for those it does not concern. */
  application?: Maybe<Application>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Since when. */
  joinedOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Who may speak and sign for the organisation here. */
  mandates: Mandates;
  /** In which network. */
  network?: Maybe<Network>;
  /** Which organisation. */
  organisation: Organisation;
  /** Its fee and how it came to its state; null for those it does not concern. */
  standing?: Maybe<Standing>;
  /** Where it stands. */
  state: MembershipState;
  /** How it belongs. */
  tier: Tier;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
};

/** A page of a list of members. */
export type MembershipConnection = {
  __typename?: 'MembershipConnection';
  /** The rows. */
  edges: Array<MembershipEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of members. */
export type MembershipEdge = {
  __typename?: 'MembershipEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Membership;
};

/** What came of a change to the member roll. */
export type MembershipPayload = {
  __typename?: 'MembershipPayload';
  /** The membership as it is now. */
  membership?: Maybe<Membership>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** Where a membership stands. */
export type MembershipState =
  /** In good standing. */
  | 'ACTIVE'
  /** Handed in. */
  | 'APPLIED'
  /** Being written. */
  | 'DRAFT'
  /** Fee unpaid past grace. */
  | 'LAPSED'
  /** Recommended to the committee. */
  | 'RECOMMENDED'
  /** Ended by the organisation. */
  | 'RESIGNED'
  /** Given back with reasons. */
  | 'RETURNED'
  /** Suspended by the committee. */
  | 'SUSPENDED'
  /** Ended by the committee. */
  | 'TERMINATED'
  /** Looked at. */
  | 'UNDER_REVIEW';

/** A change of a membership's state. Steps are never changed or removed. */
export type MembershipStep = {
  __typename?: 'MembershipStep';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** By whom, as far as you may know them; null for the hub itself. */
  by?: Maybe<Person>;
  /** From where; null for the first. */
  from?: Maybe<MembershipState>;
  /** Why. */
  reason: Scalars['String']['output'];
  /** To where. */
  to: MembershipState;
};

/** Two entries of a map that are one. */
export type MergeStakeholdersInput = {
  /** The one that goes. */
  from: Scalars['ID']['input'];
  /** As it was read. */
  fromVersion: Scalars['Int']['input'];
  /** The one that stays. */
  into: Scalars['ID']['input'];
  /** As it was read. */
  intoVersion: Scalars['Int']['input'];
};

/** Merging one entry into another. */
export type MergeTermInput = {
  /** The entry that goes. */
  id: Scalars['ID']['input'];
  /** The entry that stays. */
  into: Scalars['ID']['input'];
};

/** What somebody who was there says about the minutes. For the team alone. */
export type MinutesCorrection = {
  __typename?: 'MinutesCorrection';
  /** Who. */
  author: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** About which point; null for all of them. */
  point?: Maybe<Scalars['ID']['output']>;
  /** When it came. */
  recordedAt: Scalars['DateTime']['output'];
  /** What was answered. */
  response: Scalars['String']['output'];
  /** What became of it. */
  state: MinutesCorrectionState;
  /** What. */
  text: Scalars['String']['output'];
  /** How it came. */
  via: InvitationChannel;
};

/** What somebody says about minutes by telephone, letter and so on. */
export type MinutesCorrectionInput = {
  /** Who. */
  author: Scalars['String']['input'];
  /** About which point; left out for all of them. */
  point?: InputMaybe<Scalars['ID']['input']>;
  /** What; at most 2,000 characters. */
  text: Scalars['String']['input'];
  /** How it came. */
  via: InvitationChannel;
};

/** What became of a correction. */
export type MinutesCorrectionState =
  /** Taken in. */
  | 'ACCEPTED'
  /** Not taken in, for a reason. */
  | 'DECLINED'
  /** Not answered. */
  | 'OPEN';

/** A point of minutes. */
export type MinutesPoint = {
  __typename?: 'MinutesPoint';
  /** To which item of the agenda it belongs. */
  agenda?: Maybe<Scalars['ID']['output']>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Who said it; always empty under a protective rule. */
  speaker: Scalars['String']['output'];
  /** What was said. */
  text: Text;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
};

/** What a point of minutes is to say. */
export type MinutesPointInput = {
  /** To which item of the agenda it belongs. */
  agenda?: InputMaybe<Scalars['ID']['input']>;
  /** Who said it: on the record alone. Under a protective rule a name is refused. */
  speaker?: Scalars['String']['input'];
  /**
   * What was said; one language is enough, at most 4,000 characters in each. Left out of a point that is there, its words stay
   * as they are written.
   */
  text?: InputMaybe<TextInput>;
};

/** Where the minutes of a meeting stand. */
export type MinutesState =
  /** Approved; fixed. */
  | 'APPROVED'
  /** Written; may still change. */
  | 'DRAFT'
  /** Nobody has written any. */
  | 'NONE';

/** A step that a paper is to take. */
export type MovePaperInput = {
  /** Why; needed to give it back or up, and to end a consultation early. */
  reason?: Scalars['String']['input'];
  /** You have made sure that nobody is harmed by the text: needed for the final text. */
  securityChecked?: Scalars['Boolean']['input'];
  /** Where to. */
  to: PaperState;
  /** The last day of the consultation that opens. */
  until?: InputMaybe<Scalars['NaiveDate']['input']>;
};

/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Accepts a claim: who made it represents the organisation from now on, and is invited by mail. */
  acceptClaim: NetworkPayload;
  /** Accepts the network's code of conduct for an organisation; once it is admitted too, it is a member at once. */
  acceptConduct: MembershipPayload;
  /** Changes for whom one acts in this browser. */
  actFor: DonePayload;
  /** Puts a piece of work into a campaign. */
  addCampaignWork: CampaignWorkPayload;
  /** Adds a duty to a network. */
  addDuty: NetworkPayload;
  /** Adds files that have arrived as one document. A file that the library has makes no second document. */
  addEvidence: AddEvidencePayload;
  /** Adds a new organisation to a network. */
  addOrganisation: MembershipPayload;
  /** Writes down what has changed because of a campaign. */
  addOutcome: OutcomePayload;
  /** Comments on a paper, or proposes other words for it. */
  addPaperComment: PaperCommentPayload;
  /** Adds a person to an organisation, and invites them when asked. */
  addPerson: PersonPayload;
  /** Puts an item into a campaign's plan. */
  addPlanItem: PlanItemPayload;
  /** Puts somebody on the map of a campaign. */
  addStakeholder: StakeholderPayload;
  /** Writes down how two on a map stand to each other. */
  addStakeholderLink: StakeholderLinkPayload;
  /** Adds an entry at the end of a list. */
  addTerm: TermPayload;
  /** Answers an invitation in the name of the organisation that it was sent to. */
  answerAsGuest: GuestInvitationPayload;
  /** Accepts an organisation's part in a campaign, declines it, or leaves. What it still had to do goes back to the lead. */
  answerCampaign: CampaignPayload;
  /** Answers a correction, once: taken in, or not, for a reason. */
  answerCorrection: DialoguePayload;
  /** Answers what was asked of the library, with words, a document, or both. */
  answerEvidenceRequest: EvidenceRequestPayload;
  /** Answers an invitation by its link, as often as one likes until the date. */
  answerInvitation: OwnInvitationPayload;
  /** Answers an invitation or reset link: sets the password, ends all other sessions, signs in. */
  answerLink: SignInPayload;
  /** Answers through a link whether an outcome is so, once. */
  answerOutcomeQuestion: OutcomeQuestionPayload;
  /** Answers a comment: what comes of it, and why. What is not accepted needs a reason. */
  answerPaperComment: PaperCommentPayload;
  /** Answers as a referee, once. */
  answerReference: ReferencePayload;
  /** Says yes or no to a seat: a convenor to what was asked, the organisation or the person to what was offered. */
  answerSeat: GroupPayload;
  /** Answers for an organisation, as its authorised signatory. */
  answerSignOn: EndorsementPayload;
  /**
   * Writes down that whoever presides has approved minutes, once the time for corrections is over and all are answered. What
   * was promised in the dialogue is confirmed by that; what was only recommended is not.
   */
  approveDialogueMinutes: DialoguePayload;
  /** Approves the minutes as they were read; from then on they stay. */
  approveMinutes: MeetingPayload;
  /** Puts somebody away, or brings them back; their history stays. For those who lead the map. */
  archiveStakeholder: StakeholderPayload;
  /** Writes down what is arranged for a dialogue. */
  arrangeDialogue: DialoguePayload;
  /** Asks the network for what its library lacks. */
  askForEvidence: EvidenceRequestPayload;
  /** Sends one of your organisation's people into a working group: seated at once where it is open, else asked for. */
  askForSeat: GroupPayload;
  /**
   * Asks somebody outside whether an outcome is so, by a link that answers once and works for 14 days. Who has not answered
   * is asked anew, and the link before it ends.
   */
  askOutsider: OutcomePayload;
  /** Asks for a mail with a link to choose a new password. The answer is the same for every address. */
  askPasswordReset: DonePayload;
  /** Asks the committee to have a statement published although fewer have signed than were needed. */
  askToLowerThreshold: SignOnPayload;
  /** Rates somebody on a map; what was said before stays. */
  assessStakeholder: AssessmentPayload;
  /**
   * Begins an application. Without an account you get a mail with a link to go on; the answer is the same for every
   * address.
   */
  beginApplication: BeginApplicationPayload;
  /** Begins a sign-in at a provider: the browser keeps a cookie and goes to the address in the answer. */
  beginOpenId: BeginOpenIdPayload;
  /**
   * Begins a point of minutes, for several to write in letter by letter: over `/collab/{dialogue}`, by the y-websocket protocol,
   * in the fragments `en.` and `km.` followed by the point's UUID. A point that says nothing goes when minutes are sent out.
   */
  beginPoint: BegunPointPayload;
  /** Begins to send a file. */
  beginUpload: UploadPayload;
  /**
   * Says that what changed since the signed text is editorial: as its convenor, or as the chair. Where both do, two persons,
   * signatures stand when the text is opened again, and whoever signed is told what changed.
   */
  callEditorial: SignOnPayload;
  /** Calls a meeting off, with a reason that all who see it read. */
  cancelMeeting: MeetingPayload;
  /** Drops a file that is on its way, with what has arrived of it. */
  cancelUpload: DonePayload;
  /** Casts an organisation's ballot, or replaces it while the decision is open. One organisation has one ballot. */
  castBallot: DecisionPayload;
  /**
   * Asks for a mail to a new sign-in address; it holds the link that makes the change. The answer is the same
   * whether somebody else uses that address or not.
   */
  changeEmail: DonePayload;
  /** Changes a value of an indicator; what it was stays in the history. */
  changeIndicatorValue: PlanItemPayload;
  /** Changes many pieces of work of one campaign, each as it was read; all of them or none. */
  changeManyCampaignWork: CampaignPayload;
  /** Changes one's password; every other session ends. */
  changePassword: SignInPayload;
  /** Says what a row of an import is, or takes that back. */
  chooseForRow: ImportPayload;
  /** Sends minutes to those who were there and have an address; they can correct them by their link until an instant. */
  circulateMinutes: DialoguePayload;
  /** Says that you speak for a listed organisation that has nobody on the hub; the secretariat answers by mail. */
  claimOrganisation: ClaimPayload;
  /** Closes a decision before its time, once every voter has answered. */
  closeDecision: DecisionPayload;
  /** Says something to the team of a campaign, and tells some people of it. */
  commentOnCampaign: CampaignCommentPayload;
  /** Says by what one knows that its owner, or approved minutes, confirm a commitment. */
  confirmCommitment: CommitmentPayload;
  /** Answers that mail: from now on one signs in with the new address. The old one is told. */
  confirmEmail: DonePayload;
  /** Confirms that what was said through a link was said by the organisation: from then on it counts. */
  confirmGuest: GuestPayload;
  /** Confirms what another person has proposed: from its instant on everybody may read it, and it never changes. */
  confirmPublication: SignOnPayload;
  /** Takes some from other maps that you may know onto this one: who they are, nothing of what that team thinks of them. */
  copyStakeholders: StakeholderMapPayload;
  /** Whoever was there says something about circulated minutes, by their link, within the time. */
  correctByLink: OwnInvitationPayload;
  /** Writes down what somebody says about circulated minutes otherwise than by their link. */
  correctMinutes: DialoguePayload;
  /** Deals everybody who comes out to tables, so that groups are mixed; what was set by hand is dealt anew. */
  dealTables: DialoguePayload;
  /** Throws a draft away. */
  discardImport: ImportPayload;
  /** Changes an application in draft or given back. */
  editApplication: MembershipPayload;
  /** Changes what a campaign says of itself. */
  editCampaign: CampaignPayload;
  /** Changes a piece of work. */
  editCampaignWork: CampaignWorkPayload;
  /** Changes what is written of a commitment that is still to be kept. */
  editCommitment: CommitmentPayload;
  /** Changes what is written of a dialogue. Whoever holds a seat keeps it. */
  editDialogue: DialoguePayload;
  /** Changes a duty of a network. */
  editDuty: NetworkPayload;
  /** Changes what is written of a contact. */
  editEngagement: EngagementPayload;
  /** Changes what is written of a document. */
  editEvidence: EvidencePayload;
  /** Changes a working group's own record. */
  editGroup: GroupPayload;
  /** Changes what is written of an invitation. To a new e-mail address the letter goes anew, and the links in the old one end. */
  editInvitation: DialoguePayload;
  /** Changes a meeting. */
  editMeeting: MeetingPayload;
  /** Changes a network's own record. */
  editNetwork: NetworkPayload;
  /** Changes a profile. */
  editOrganisation: OrganisationPayload;
  /** Changes an outcome before outsiders are asked about it; it is to be looked through again. */
  editOutcome: OutcomePayload;
  /** Changes what a paper says of itself; its words change over `/collab/{id}`. */
  editPaper: PaperPayload;
  /** Changes a person's record. */
  editPerson: PersonPayload;
  /** Changes an item of a plan. */
  editPlanItem: PlanItemPayload;
  /** Changes what is written of somebody on a map. */
  editStakeholder: StakeholderPayload;
  /** Changes a relation. */
  editStakeholderLink: StakeholderLinkPayload;
  /** Changes an entry. */
  editTerm: TermPayload;
  /** Ends your private calendar address; true when it is done. */
  endCalendarFeed: Scalars['Boolean']['output'];
  /** Takes back what is public, with the reason that everybody reads, or says which public text stands in its place. */
  endPublication: SignOnPayload;
  /** Ends a role. Its holder's open connections are judged afresh at once. */
  endRole: RolePayload;
  /** Ends a seat: its holder, their representative, or a convenor. A group keeps a convenor. */
  endSeat: GroupPayload;
  /** Ends one of one's sessions, at once everywhere. */
  endSession: DonePayload;
  /** Ends a standing mandate; from then on nothing is signed under it. */
  endStandingMandate: MembershipPayload;
  /** Writes down what an indicator was in a period. */
  enterIndicatorValue: PlanItemPayload;
  /** Gives organisations more time, once; everybody is told why. */
  extendSignOn: SignOnPayload;
  /** Whoever was there says how they found it, by their link, once. Nothing is kept that tells who it was. */
  findDialogue: OwnInvitationPayload;
  /** Adds what was found of a commitment. */
  followUpCommitment: CommitmentPayload;
  /** Says that what was to follow a contact was done, or that it was not. */
  followUpEngagement: EngagementPayload;
  /**
   * Forgets somebody who has asked for it: name, addresses, notes, letters and links go, and the counts stay. Only of a dialogue
   * that was held or called off, or to which they do not come.
   */
  forgetInvitee: DialoguePayload;
  /**
   * Whoever has a link asks to be forgotten: name, addresses, notes, letters and the link itself go at once, and the counts stay.
   * Only of a dialogue that was held or called off, or to which they do not come.
   */
  forgetMe: DonePayload;
  /** Forgets a search. */
  forgetSearch: DonePayload;
  /** Gives a person a role. */
  grantRole: RolePayload;
  /**
   * Takes what a calendar program has answered for somebody who is invited: the file of its mail (RFC 5546, `METHOD:REPLY`),
   * from the address that was written to, for the day as it is now.
   */
  hearCalendarReply: DialoguePayload;
  /** Reads a table of work and says what stands against each row; with `take` everything is brought in, or nothing. */
  importCampaignWork: WorkTablePayload;
  /**
   * Reads a table of people to invite, row by row, and says what stands against each; with `take` all of them are written
   * down, or nobody.
   */
  importInvitees: InviteeTablePayload;
  /** Reads a table of stakeholders, and says of each row what stands against it; with `take` all are put on the map, or none. */
  importStakeholders: StakeholderTablePayload;
  /** Invites an organisation outside the network to sign, by a link of its own. */
  inviteGuest: GuestPayload;
  /** Sends a person an invitation to have an account; again, while it is unanswered. */
  invitePerson: PersonPayload;
  /** Asks an organisation to take a part in a campaign, or changes the part of one that has it. */
  inviteToCampaign: CampaignPayload;
  /** Writes down whom to invite: all of them, or, with a fault in one, nobody. At most 500 at once. */
  inviteToDialogue: DialoguePayload;
  /** Adds an organisation that is on the hub already to another network. */
  joinNetwork: MembershipPayload;
  /** Keeps a paper's text as it is now under a name. */
  keepPaperRevision: RevisionPayload;
  /** Puts some on a map where the team wants them in the picture of relations. */
  layOutStakeholders: StakeholderMapPayload;
  /** Writes a contact into the log, or plans one. */
  logEngagement: EngagementPayload;
  /** Makes a personal access token for a program. */
  makeAccessToken: AccessTokenPayload;
  /** Says what each column of an import holds. */
  mapImport: ImportPayload;
  /**
   * Merges one entry of a map into another: ratings, relations and contacts follow, every spelling still finds it. For those
   * who lead the map.
   */
  mergeStakeholders: StakeholderPayload;
  /** Merges an entry into another of the same list; everything that pointed at it follows. */
  mergeTerm: TermPayload;
  /** Moves a campaign on, once nothing is missing for the step; each gap is named. */
  moveCampaign: CampaignPayload;
  /** Moves a dialogue on. */
  moveDialogue: DialoguePayload;
  /** Moves a document on: catalogued, published at its level, expired, and back from there. */
  moveEvidence: EvidencePayload;
  /** Moves a working group: the committee approves, brings back and dissolves; a convenor may let it rest. */
  moveGroup: GroupPayload;
  /** Moves a paper a step on or back; its text as it is becomes a revision. */
  movePaper: PaperPayload;
  /** Names somebody who writes a paper, or changes whether they lead it. */
  namePaperDrafter: PaperPayload;
  /** Names one of the applicant's people as the one who may sign for it. */
  nameSignatory: MembershipPayload;
  /** Asks an organisation's person into a working group; they or their representative answer. */
  offerSeat: GroupPayload;
  /** Puts a final text to those who decide on the network's positions, by its rule: nothing else is adopted than this text. */
  openAdoption: SignOnPayload;
  /** Puts a question to those who vote on its subject. */
  openDecision: DecisionPayload;
  /** Opens a confidential contact of which you are the author or in which you are named; that you did is written down. */
  openEngagement: EngagementPayload;
  /** Opens a final text for signing: from then on nothing is signed but this text. */
  openSignOn: SignOnPayload;
  /** Opens a confidential relation of which you are the author or in which you are named; that you did is written down. */
  openStakeholderLink: StakeholderLinkPayload;
  /** Sets somebody who comes to a table. */
  placeAtTable: DialoguePayload;
  /** Plans a dialogue in a campaign. */
  planDialogue: DialoguePayload;
  /** Plans a meeting of a working group. */
  planMeeting: MeetingPayload;
  /** Proposes a working group with its first convenor; the committee approves it. */
  proposeGroup: GroupPayload;
  /** Proposes to publish what is ready; another person confirms it. */
  proposePublication: SignOnPayload;
  /** Tells approved minutes to everybody who may know the dialogue; what was off the record stays with the team. */
  publishMinutes: DialoguePayload;
  /** Makes an outcome known to everybody who may know its campaign, in words that were looked through. */
  publishOutcome: OutcomePayload;
  /** Puts a recommended application to those who decide once more, after too few voted or it was withdrawn. */
  putApplicationAgain: MembershipPayload;
  /** Puts a card into a column of the board, behind another card. */
  putCampaignWork: CampaignWorkPayload;
  /** Puts a dialogue off to another day. Everybody who is invited is told; whoever has a seat keeps it and is asked anew. */
  putOffDialogue: DialoguePayload;
  /** Shows what an invitation asks; the link stays as it is. A mutation so that the secret is never in an address. */
  readGuestInvitation: GuestInvitationPayload;
  /** Shows an invitee their own page; the link stays as it is. A mutation so that the secret is never in an address. */
  readInvitation: OwnInvitationPayload;
  /** Shows what a link asks; the link stays as it is. A mutation so that the secret is never in an address. */
  readOutcomeQuestion: OutcomeQuestionPayload;
  /** Shows what a referee's link asks; the link stays as it is. A mutation so that the secret is never in an address. */
  readReference: ReferencePayload;
  /** Recommends an application and puts it to those who decide on admissions. */
  recommendApplication: MembershipPayload;
  /** Records what an organisation has said on paper or by mail, with the document that proves it. */
  recordAnswer: EndorsementPayload;
  /**
   * Writes down who is there, all marks or none, at most 500. A mark known already changes nothing, so a device may send its
   * marks again until it hears that they arrived.
   */
  recordAttendance: DialoguePayload;
  /** Writes down what somebody has promised. */
  recordCommitment: CommitmentPayload;
  /** Records that a text that may be published was handed over. */
  recordDelivery: SignOnPayload;
  /** Records that a member did a duty: its own representatives, or the secretariat for it. */
  recordDuty: MembershipPayload;
  /** Records a year's fee. Paid or waived, a lapsed membership is in good standing again at once. */
  recordFee: MembershipPayload;
  /** Says by what one knows that the owner of a commitment agrees to be named outside the team. */
  recordOwnerConsent: CommitmentPayload;
  /** Writes down what somebody answered by telephone, letter and so on. */
  recordReply: DialoguePayload;
  /** Records what an organisation's signatory may sign without asking again. */
  recordStandingMandate: MembershipPayload;
  /** Refuses a claim; the name and address are not kept. */
  refuseClaim: NetworkPayload;
  /** Ends a suspension, as the committee resolved. */
  reinstateMember: MembershipPayload;
  /**
   * Reminds members that have not answered, now, by mail: all of them, or one. Whoever was reminded less than a day ago is
   * left in peace.
   */
  remindSignOn: RemindPayload;
  /** Takes a piece of work out of a campaign; its history stays. */
  removeCampaignWork: CampaignPayload;
  /** Takes a contact out of the log. */
  removeEngagement: StakeholderMapPayload;
  /** Makes a public holiday an ordinary day again. */
  removeHoliday: HolidayPayload;
  /** Takes a value of an indicator out; it stays in the history. */
  removeIndicatorValue: PlanItemPayload;
  /** Takes an organisation's logo away. A new one is sent by `PUT` to the address in `Logo.url`. */
  removeLogo: OrganisationPayload;
  /** Takes an outcome out before outsiders are asked about it; it stays in the history. */
  removeOutcome: CampaignPayload;
  /** Takes somebody off a paper. */
  removePaperDrafter: PaperPayload;
  /** Takes an item out of a plan; its history stays. */
  removePlanItem: CampaignPayload;
  /** Takes a relation off a map. */
  removeStakeholderLink: StakeholderMapPayload;
  /**
   * Makes your private calendar address anew, for a calendar program to read; it is shown this once. The one before
   * stops working.
   */
  renewCalendarFeed: Scalars['String']['output'];
  /**
   * Plans the next dialogue of a series like this one, on another day: its agenda, its seats and what is arranged go on; what
   * came of it does not.
   */
  repeatDialogue: DialoguePayload;
  /** Replies to a comment. */
  replyToPaperComment: PaperCommentPayload;
  /** Leaves a network. What was published before keeps the name. */
  resignMembership: MembershipPayload;
  /** Gives an application back with reasons; the applicant may mend it and hand it in again. */
  returnApplication: MembershipPayload;
  /** Writes what the review found. */
  reviewApplication: MembershipPayload;
  /** Says that an outcome was looked through; each gap is named. */
  reviewOutcome: OutcomePayload;
  /** Ends an access token at once. */
  revokeAccessToken: DonePayload;
  /** Takes an invitation back: its link ends, and what was said by it does not count. */
  revokeGuest: SignOnPayload;
  /** Takes an import: every row, or none and what stands against it, line by line. */
  runImport: ImportPayload;
  /** Keeps a search, and says how often you want to hear of what is new in it. */
  saveSearch: SavedSearchPayload;
  /** Sends an invitation anew, with a new link; the one before it ends. */
  sendGuestAgain: GuestPayload;
  /** Sends what is prepared: by mail to those with an address; to all others the letter goes by hand. */
  sendInvitations: DialoguePayload;
  /** Sets the agenda of a dialogue, in its order: it fits between beginning and end, and a panel of one sex has its reason. */
  setAgenda: DialoguePayload;
  /**
   * Says on which documents of the library something in a campaign rests: an item of its plan, a piece of work, a value of an
   * indicator, or an outcome.
   */
  setCampaignDocuments: CampaignPayload;
  /** Says by which dated rate a campaign's riel are told in dollars. */
  setCampaignRate: CampaignPayload;
  /** Makes somebody who sits in a working group a convenor, or no longer one. A group keeps a convenor. */
  setConvenor: GroupPayload;
  /** Says how a network decides on one subject from now on; open decisions keep their rule. */
  setDecisionRule: NetworkPayload;
  /** Changes how sensitive a document is. Whoever edits it raises it at once; only the security focal point lowers it. */
  setEvidenceLevel: EvidencePayload;
  /** Names a day as a public holiday of a network, or names it anew. */
  setHoliday: HolidayPayload;
  /** Decides how widely an organisation is known. Hiding takes effect at once, everywhere. */
  setListing: OrganisationPayload;
  /** Says where the text in the other language stands. Whoever translated it does not review it. */
  setPaperTranslation: PaperPayload;
  /** Changes how an organisation belongs. */
  setTier: MembershipPayload;
  /** Sets up an empty hub: its first network and that network's coordinator, who also runs the hub. */
  setUp: SignInPayload;
  /** Moves a piece of work to other days. */
  shiftCampaignWork: CampaignWorkPayload;
  /** Signs in with a password and sets the session cookie. */
  signIn: SignInPayload;
  /** Signs in as one of the demo's people, without password; on a demo hub only. */
  signInDemo: SignInPayload;
  /** Ends this browser's session. */
  signOut: DonePayload;
  /** Begins a campaign, led by an organisation. */
  startCampaign: CampaignPayload;
  /** Begins a paper with the sections of its kind; you lead it. */
  startPaper: PaperPayload;
  /** Begins the review of an application. */
  startReview: MembershipPayload;
  /** Strikes out a delivery that was recorded wrongly; it stays readable, with the reason. */
  strikeDelivery: SignOnPayload;
  /** Takes a point of minutes out. */
  strikePoint: DialoguePayload;
  /** Hands an application in; its referees are asked by mail. What is missing is told all at once. */
  submitApplication: MembershipPayload;
  /** Puts a newer edition, or the copy that is kept, in a document's place. */
  supersedeEvidence: EvidencePayload;
  /** Adds the support of the organisation you act for to an amendment of another, or takes it back. */
  supportPaperAmendment: PaperCommentPayload;
  /** Suspends a member, as the committee resolved: its people's rights rest, its signatures stay. */
  suspendMember: MembershipPayload;
  /** Takes an application back that is not before the committee yet: it is a draft again. */
  takeBackApplication: MembershipPayload;
  /** Takes back what you said in a campaign: its words go. */
  takeBackCampaignComment: CampaignCommentPayload;
  /** Takes an invitation back: its link ends, its seat is free. */
  takeBackInvitation: DialoguePayload;
  /** Takes back what was told of an outcome outside. */
  takeBackOutcome: OutcomePayload;
  /**
   * Takes a mail that came to the hub's address: a letter that did not arrive (RFC 3464), or a calendar's answer to an
   * invitation (RFC 6047); for whoever runs the hub.
   */
  takeMail: DonePayload;
  /** Writes down that somebody holds or held an office. */
  takeOffice: StakeholderPayload;
  /** Ends the membership of a suspended member, as the committee resolved. */
  terminateMember: MembershipPayload;
  /** Takes a provider off one's account; every other session ends. The last way in stays. */
  unlinkOpenId: DonePayload;
  /**
   * Writes down that somebody has left the office in which they mattered: their ratings tell of the past alone, those of the
   * institution stand.
   */
  vacateOffice: StakeholderPayload;
  /** Says that you have looked at the evidence of a follow-up; whoever wrote it or the commitment down cannot. */
  verifyCommitmentFollowUp: CommitmentPayload;
  /** Goes on without a referee's answer, with a reason. */
  waiveReferee: MembershipPayload;
  /** Takes an open decision back, with a reason that all who see it read. */
  withdrawDecision: DecisionPayload;
  /** Takes a document back: its files go at once, a stub says so. */
  withdrawEvidence: EvidencePayload;
  /** Takes back a comment of one's own. */
  withdrawPaperComment: PaperCommentPayload;
  /** Takes an organisation's signature back, as its authorised signatory. */
  withdrawSignature: EndorsementPayload;
  /** Writes the invitation of somebody as a text for a messenger, with a link of its own; what was not yet out is out with it. */
  writeInvitationText: InvitationTextPayload;
  /** Writes the minutes of a meeting that has begun. */
  writeMinutes: MeetingPayload;
  /** Writes a point of minutes down, or changes one. */
  writePoint: DialoguePayload;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAcceptClaimArgs = {
  claim: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAcceptConductArgs = {
  hash: Scalars['String']['input'];
  membership: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationActForArgs = {
  input: ActForInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAddCampaignWorkArgs = {
  campaign: Scalars['ID']['input'];
  input: CampaignWorkInput;
  kind: CampaignWorkKind;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAddDutyArgs = {
  input: DutyInput;
  network: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAddEvidenceArgs = {
  input: AddEvidenceInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAddOrganisationArgs = {
  input: AddOrganisationInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAddOutcomeArgs = {
  campaign: Scalars['ID']['input'];
  input: OutcomeInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAddPaperCommentArgs = {
  input: PaperCommentInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAddPersonArgs = {
  input: AddPersonInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAddPlanItemArgs = {
  campaign: Scalars['ID']['input'];
  input: PlanItemInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAddStakeholderArgs = {
  campaign: Scalars['ID']['input'];
  input: StakeholderInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAddStakeholderLinkArgs = {
  campaign: Scalars['ID']['input'];
  input: StakeholderLinkInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAddTermArgs = {
  input: AddTermInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAnswerAsGuestArgs = {
  input: AnswerAsGuestInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAnswerCampaignArgs = {
  accepts: Scalars['Boolean']['input'];
  campaign: Scalars['ID']['input'];
  note?: Scalars['String']['input'];
  organisation: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAnswerCorrectionArgs = {
  accepted: Scalars['Boolean']['input'];
  correction: Scalars['ID']['input'];
  response?: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAnswerEvidenceRequestArgs = {
  answer?: Scalars['String']['input'];
  document?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAnswerInvitationArgs = {
  input: ReplyInput;
  link: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAnswerLinkArgs = {
  input: AnswerLinkInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAnswerOutcomeQuestionArgs = {
  input: AnswerOutcomeInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAnswerPaperCommentArgs = {
  id: Scalars['ID']['input'];
  response?: Scalars['String']['input'];
  state: CommentState;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAnswerReferenceArgs = {
  input: AnswerReferenceInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAnswerSeatArgs = {
  seat: Scalars['ID']['input'];
  yes: Scalars['Boolean']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAnswerSignOnArgs = {
  input: AnswerSignOnInput;
  organisation: Scalars['ID']['input'];
  paper: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationApproveDialogueMinutesArgs = {
  by: Scalars['String']['input'];
  dialogue: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationApproveMinutesArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationArchiveStakeholderArgs = {
  away?: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationArrangeDialogueArgs = {
  dialogue: Scalars['ID']['input'];
  input: DialogueArrangementsInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAskForEvidenceArgs = {
  network: Scalars['ID']['input'];
  wanted: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAskForSeatArgs = {
  input: SeatInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAskOutsiderArgs = {
  input: AskOutsiderInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAskPasswordResetArgs = {
  email: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAskToLowerThresholdArgs = {
  paper: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationAssessStakeholderArgs = {
  id: Scalars['ID']['input'];
  input: AssessmentInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationBeginApplicationArgs = {
  input: BeginApplicationInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationBeginOpenIdArgs = {
  input: BeginOpenIdInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationBeginPointArgs = {
  agenda?: InputMaybe<Scalars['ID']['input']>;
  dialogue: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationBeginUploadArgs = {
  bytes: Scalars['Int']['input'];
  clean?: Scalars['Boolean']['input'];
  name: Scalars['String']['input'];
  network: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationCallEditorialArgs = {
  paper: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationCancelMeetingArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationCancelUploadArgs = {
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationCastBallotArgs = {
  input: CastBallotInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationChangeEmailArgs = {
  input: ChangeEmailInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationChangeIndicatorValueArgs = {
  id: Scalars['ID']['input'];
  input: IndicatorValueInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationChangeManyCampaignWorkArgs = {
  input: ChangeManyWorkInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationChooseForRowArgs = {
  input: ChooseForRowInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationCirculateMinutesArgs = {
  dialogue: Scalars['ID']['input'];
  until: Scalars['DateTime']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationClaimOrganisationArgs = {
  input: ClaimOrganisationInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationCloseDecisionArgs = {
  decision: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationCommentOnCampaignArgs = {
  input: CampaignCommentInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationConfirmCommitmentArgs = {
  byWhat: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationConfirmEmailArgs = {
  link: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationConfirmGuestArgs = {
  guest: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationConfirmPublicationArgs = {
  paper: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationCopyStakeholdersArgs = {
  campaign: Scalars['ID']['input'];
  stakeholders: Array<Scalars['ID']['input']>;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationCorrectByLinkArgs = {
  link: Scalars['String']['input'];
  point?: InputMaybe<Scalars['ID']['input']>;
  text: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationCorrectMinutesArgs = {
  dialogue: Scalars['ID']['input'];
  input: MinutesCorrectionInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationDealTablesArgs = {
  dialogue: Scalars['ID']['input'];
  tables: Scalars['Int']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationDiscardImportArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditApplicationArgs = {
  input: EditApplicationInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditCampaignArgs = {
  id: Scalars['ID']['input'];
  input: CampaignInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditCampaignWorkArgs = {
  id: Scalars['ID']['input'];
  input: CampaignWorkInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditCommitmentArgs = {
  id: Scalars['ID']['input'];
  input: CommitmentInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditDialogueArgs = {
  id: Scalars['ID']['input'];
  input: DialogueInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditDutyArgs = {
  id: Scalars['ID']['input'];
  input: DutyInput;
  network: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditEngagementArgs = {
  id: Scalars['ID']['input'];
  input: EngagementInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditEvidenceArgs = {
  id: Scalars['ID']['input'];
  input: EvidenceInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditGroupArgs = {
  id: Scalars['ID']['input'];
  input: WorkingGroupInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditInvitationArgs = {
  input: InviteeInput;
  invitation: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditMeetingArgs = {
  id: Scalars['ID']['input'];
  input: MeetingInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditNetworkArgs = {
  input: EditNetworkInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditOrganisationArgs = {
  input: EditOrganisationInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditOutcomeArgs = {
  id: Scalars['ID']['input'];
  input: OutcomeInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditPaperArgs = {
  id: Scalars['ID']['input'];
  input: PaperInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditPersonArgs = {
  input: EditPersonInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditPlanItemArgs = {
  id: Scalars['ID']['input'];
  input: PlanItemInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditStakeholderArgs = {
  id: Scalars['ID']['input'];
  input: StakeholderInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditStakeholderLinkArgs = {
  id: Scalars['ID']['input'];
  input: StakeholderLinkInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEditTermArgs = {
  input: EditTermInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEndPublicationArgs = {
  paper: Scalars['ID']['input'];
  reason: TextInput;
  successor?: InputMaybe<Scalars['ID']['input']>;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEndRoleArgs = {
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEndSeatArgs = {
  seat: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEndSessionArgs = {
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEndStandingMandateArgs = {
  mandate: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationEnterIndicatorValueArgs = {
  indicator: Scalars['ID']['input'];
  input: IndicatorValueInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationExtendSignOnArgs = {
  deadline: Scalars['DateTime']['input'];
  paper: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationFindDialogueArgs = {
  input: FeedbackInput;
  link: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationFollowUpCommitmentArgs = {
  id: Scalars['ID']['input'];
  input: CommitmentFollowUpInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationFollowUpEngagementArgs = {
  done: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationForgetInviteeArgs = {
  invitation: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationForgetMeArgs = {
  link: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationForgetSearchArgs = {
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationGrantRoleArgs = {
  input: GrantRoleInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationHearCalendarReplyArgs = {
  dialogue: Scalars['ID']['input'];
  file: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationImportCampaignWorkArgs = {
  campaign: Scalars['ID']['input'];
  table: Scalars['String']['input'];
  take?: Scalars['Boolean']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationImportInviteesArgs = {
  dialogue: Scalars['ID']['input'];
  table: Scalars['String']['input'];
  take?: Scalars['Boolean']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationImportStakeholdersArgs = {
  campaign: Scalars['ID']['input'];
  table: Scalars['String']['input'];
  take?: Scalars['Boolean']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationInviteGuestArgs = {
  input: InviteGuestInput;
  paper: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationInvitePersonArgs = {
  person: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationInviteToCampaignArgs = {
  input: InviteToCampaignInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationInviteToDialogueArgs = {
  dialogue: Scalars['ID']['input'];
  people: Array<InviteeInput>;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationJoinNetworkArgs = {
  input: JoinNetworkInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationKeepPaperRevisionArgs = {
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationLayOutStakeholdersArgs = {
  campaign: Scalars['ID']['input'];
  places: Array<StakeholderPlaceInput>;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationLogEngagementArgs = {
  campaign: Scalars['ID']['input'];
  input: EngagementInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationMakeAccessTokenArgs = {
  input: MakeAccessTokenInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationMapImportArgs = {
  fields: Array<ImportField>;
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationMergeStakeholdersArgs = {
  input: MergeStakeholdersInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationMergeTermArgs = {
  input: MergeTermInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationMoveCampaignArgs = {
  id: Scalars['ID']['input'];
  reason?: Scalars['String']['input'];
  to: CampaignState;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationMoveDialogueArgs = {
  id: Scalars['ID']['input'];
  nothingPromised?: Scalars['Boolean']['input'];
  reason?: Scalars['String']['input'];
  step: DialogueStep;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationMoveEvidenceArgs = {
  id: Scalars['ID']['input'];
  state: DocumentState;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationMoveGroupArgs = {
  id: Scalars['ID']['input'];
  reason?: Scalars['String']['input'];
  to: GroupState;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationMovePaperArgs = {
  id: Scalars['ID']['input'];
  input: MovePaperInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationNamePaperDrafterArgs = {
  input: PaperDrafterInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationNameSignatoryArgs = {
  membership: Scalars['ID']['input'];
  person: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationOfferSeatArgs = {
  input: SeatInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationOpenAdoptionArgs = {
  input: OpenAdoptionInput;
  paper: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationOpenDecisionArgs = {
  input: OpenDecisionInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationOpenEngagementArgs = {
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationOpenSignOnArgs = {
  input: OpenSignOnInput;
  paper: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationOpenStakeholderLinkArgs = {
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationPlaceAtTableArgs = {
  invitation: Scalars['ID']['input'];
  table?: InputMaybe<Scalars['Int']['input']>;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationPlanDialogueArgs = {
  campaign: Scalars['ID']['input'];
  input: DialogueInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationPlanMeetingArgs = {
  group: Scalars['ID']['input'];
  input: MeetingInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationProposeGroupArgs = {
  convenor: Scalars['ID']['input'];
  input: WorkingGroupInput;
  network: Scalars['ID']['input'];
  organisation: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationProposePublicationArgs = {
  embargoUntil?: InputMaybe<Scalars['DateTime']['input']>;
  paper: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationPublishMinutesArgs = {
  dialogue: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationPublishOutcomeArgs = {
  input: PublishOutcomeInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationPutApplicationAgainArgs = {
  membership: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationPutCampaignWorkArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  status: CampaignWorkStatus;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationPutOffDialogueArgs = {
  endsAt: Scalars['DateTime']['input'];
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  rsvpBy?: InputMaybe<Scalars['DateTime']['input']>;
  startsAt: Scalars['DateTime']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationReadGuestInvitationArgs = {
  link: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationReadInvitationArgs = {
  link: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationReadOutcomeQuestionArgs = {
  link: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationReadReferenceArgs = {
  link: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRecommendApplicationArgs = {
  input: RecommendApplicationInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRecordAnswerArgs = {
  channel: EndorsementChannel;
  evidence?: InputMaybe<Scalars['ID']['input']>;
  input: AnswerSignOnInput;
  organisation: Scalars['ID']['input'];
  paper: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRecordAttendanceArgs = {
  dialogue: Scalars['ID']['input'];
  marks: Array<AttendanceInput>;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRecordCommitmentArgs = {
  campaign: Scalars['ID']['input'];
  input: CommitmentInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRecordDeliveryArgs = {
  input: RecordDeliveryInput;
  paper: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRecordDutyArgs = {
  input: DutyRecordInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRecordFeeArgs = {
  input: RecordFeeInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRecordOwnerConsentArgs = {
  byWhat: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRecordReplyArgs = {
  input: ReplyInput;
  invitation: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  via: InvitationChannel;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRecordStandingMandateArgs = {
  input: StandingMandateInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRefuseClaimArgs = {
  claim: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationReinstateMemberArgs = {
  membership: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRemindSignOnArgs = {
  organisation?: InputMaybe<Scalars['ID']['input']>;
  paper: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRemoveCampaignWorkArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRemoveEngagementArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRemoveHolidayArgs = {
  day: Scalars['NaiveDate']['input'];
  network: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRemoveIndicatorValueArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRemoveLogoArgs = {
  organisation: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRemoveOutcomeArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRemovePaperDrafterArgs = {
  paper: Scalars['ID']['input'];
  person: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRemovePlanItemArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRemoveStakeholderLinkArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRepeatDialogueArgs = {
  dialogue: Scalars['ID']['input'];
  guests?: Scalars['Boolean']['input'];
  startsAt: Scalars['DateTime']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationReplyToPaperCommentArgs = {
  body: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationResignMembershipArgs = {
  membership: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationReturnApplicationArgs = {
  membership: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationReviewApplicationArgs = {
  input: ReviewApplicationInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationReviewOutcomeArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRevokeAccessTokenArgs = {
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRevokeGuestArgs = {
  guest: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationRunImportArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSaveSearchArgs = {
  alert: AlertRhythm;
  filter?: InputMaybe<EvidenceFilter>;
  name: Scalars['String']['input'];
  network: Scalars['ID']['input'];
  query?: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSendGuestAgainArgs = {
  guest: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSendInvitationsArgs = {
  dialogue: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSetAgendaArgs = {
  dialogue: Scalars['ID']['input'];
  items: Array<AgendaItemInput>;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSetCampaignDocumentsArgs = {
  about: Scalars['ID']['input'];
  documents: Array<Scalars['ID']['input']>;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSetCampaignRateArgs = {
  id: Scalars['ID']['input'];
  on: Scalars['NaiveDate']['input'];
  rielPerDollar: Scalars['Int']['input'];
  source: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSetConvenorArgs = {
  convenes: Scalars['Boolean']['input'];
  seat: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSetDecisionRuleArgs = {
  input: SetDecisionRuleInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSetEvidenceLevelArgs = {
  group?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  level: Sensitivity;
  readers?: Array<Scalars['ID']['input']>;
  reason?: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSetHolidayArgs = {
  day: Scalars['NaiveDate']['input'];
  name: TextInput;
  network: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSetListingArgs = {
  input: SetListingInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSetPaperTranslationArgs = {
  id: Scalars['ID']['input'];
  state: TranslationState;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSetTierArgs = {
  input: SetTierInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSetUpArgs = {
  input: SetUpInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationShiftCampaignWorkArgs = {
  dueOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  id: Scalars['ID']['input'];
  startsOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSignInArgs = {
  input: SignInInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSignInDemoArgs = {
  email: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationStartCampaignArgs = {
  input: StartCampaignInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationStartPaperArgs = {
  input: StartPaperInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationStartReviewArgs = {
  membership: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationStrikeDeliveryArgs = {
  delivery: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationStrikePointArgs = {
  point: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSubmitApplicationArgs = {
  membership: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSupersedeEvidenceArgs = {
  id: Scalars['ID']['input'];
  newer: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSupportPaperAmendmentArgs = {
  id: Scalars['ID']['input'];
  supports: Scalars['Boolean']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationSuspendMemberArgs = {
  membership: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationTakeBackApplicationArgs = {
  membership: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationTakeBackCampaignCommentArgs = {
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationTakeBackInvitationArgs = {
  invitation: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationTakeBackOutcomeArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationTakeMailArgs = {
  file: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationTakeOfficeArgs = {
  input: TakeOfficeInput;
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationTerminateMemberArgs = {
  membership: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationUnlinkOpenIdArgs = {
  issuer: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationVacateOfficeArgs = {
  id: Scalars['ID']['input'];
  on: Scalars['NaiveDate']['input'];
  version: Scalars['Int']['input'];
  withTask: Scalars['Boolean']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationVerifyCommitmentFollowUpArgs = {
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationWaiveRefereeArgs = {
  reason: Scalars['String']['input'];
  referee: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationWithdrawDecisionArgs = {
  decision: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationWithdrawEvidenceArgs = {
  consent?: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  reason?: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationWithdrawPaperCommentArgs = {
  id: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationWithdrawSignatureArgs = {
  organisation: Scalars['ID']['input'];
  paper: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationWriteInvitationTextArgs = {
  invitation: Scalars['ID']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationWriteMinutesArgs = {
  id: Scalars['ID']['input'];
  minutes: TextInput;
  version: Scalars['Int']['input'];
};


/** Acting. Each mutation is one transaction; its payload says how it ended. */
export type MutationWritePointArgs = {
  dialogue: Scalars['ID']['input'];
  input: MinutesPointInput;
  point?: InputMaybe<Scalars['ID']['input']>;
  version?: Scalars['Int']['input'];
};

/** A name, family first, in Khmer and Latin letters. */
export type Name = {
  __typename?: 'Name';
  /** Family name in Khmer. */
  familyKm: Scalars['String']['output'];
  /** Family name in Latin letters. */
  familyLatin: Scalars['String']['output'];
  /** The whole name, family first, in each script. */
  full: Text;
  /** Given name in Khmer. */
  givenKm: Scalars['String']['output'];
  /** Given name in Latin letters. */
  givenLatin: Scalars['String']['output'];
};

/** A name, family first, in Khmer and Latin letters; at least one part. */
export type NameInput = {
  /** Family name in Khmer. */
  familyKm?: Scalars['String']['input'];
  /** Family name in Latin letters. */
  familyLatin?: Scalars['String']['input'];
  /** Given name in Khmer. */
  givenKm?: Scalars['String']['input'];
  /** Given name in Latin letters. */
  givenLatin?: Scalars['String']['input'];
};

/** A standing body of member organisations with its own rules. */
export type Network = Node & {
  __typename?: 'Network';
  /** Its acronym. */
  acronym: Scalars['String']['output'];
  /** Applications handed in that you may know of, the newest first. */
  applications: MembershipConnection;
  /**
   * The papers that are open for signing and that an organisation has not answered finally, by deadline: at most 50. For
   * that organisation's own people; empty for others.
   */
  awaitingSignature: Array<Paper>;
  /** Claims of these that wait for an answer, the oldest first; for who manages its members. */
  claims: Array<Claim>;
  /** What a new member's authorised signatory accepts. */
  codeOfConduct: Text;
  /** Names the exact text of the code of conduct; pass it back when accepting it. */
  codeOfConductHash: Scalars['String']['output'];
  /**
   * Where its members work on what, as far as you may know them: by province and theme, headquarters and places of work
   * counted. What is not in it, no member you may know of covers.
   */
  coverage: Array<Covered>;
  /** How it decides, by subject. */
  decisionRules: Array<DecisionRule>;
  /** Its decisions that you may know of, the newest first. */
  decisions: DecisionConnection;
  /**
   * How its members stand with these, as far as it concerns you: your own organisation, or all of them for the
   * secretariat and the committee. The most overdue first.
   */
  dues: DueConnection;
  /** What it expects of its members. */
  duties: Array<Duty>;
  /**
   * Documents that wait to be catalogued and published: all of them for its curators, one's own for anybody. The
   * latest first.
   */
  evidenceDesk: EvidenceConnection;
  /** What was asked of its library: all of it for its curators, one's own for anybody. What waits first. */
  evidenceRequests: EvidenceRequestConnection;
  /**
   * Documents whose very file came a second time, from somebody who could not know; for its curators. The oldest
   * first.
   */
  evidenceTwins: EvidenceTwinsConnection;
  /** Its public holidays, which are no working days, in order. */
  holidays: HolidayConnection;
  /** The organisation that houses its secretariat. */
  host?: Maybe<Organisation>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Tables of members on their way in, and those taken, the newest first; for who manages its members. */
  imports: Array<MemberImport>;
  /** What kind of body it is. */
  kind: NetworkKind;
  /** The meetings of its working groups that you may know: those to come by time, or those past, the latest first. */
  meetings: MeetingConnection;
  /** The same members counted by tier, province, type and theme: each count leaves out its own filter. */
  memberFacets: Facets;
  /** Its members that you may see, by name. */
  members: MembershipConnection;
  /** What it is for. */
  mission: Text;
  /** Its name. */
  name: Text;
  /**
   * Everything that an organisation has said to texts of this network, the latest first; for that organisation's own
   * people, empty for others.
   */
  ownStatements: OwnStatementConnection;
  /** Everybody with a role or position in it whom you may see, by Latin name. */
  people: PersonConnection;
  /** People without account may see it. */
  publicPage: Scalars['Boolean']['output'];
  /** What changed lately, newest first, as far as you may know it. */
  recentChanges: Array<Change>;
  /** So many months after a dialogue is over, nobody who was invited is named any more. */
  retentionMonths: Scalars['Int']['output'];
  /** The searches of its library that you keep, by age. */
  savedSearches: Array<SavedSearch>;
  /** Where it stands. */
  state: NetworkState;
  /** Anyone may apply for membership. */
  takesApplications: Scalars['Boolean']['output'];
  /** IANA time zone in which its times are shown. */
  timezone: Scalars['String']['output'];
  /** Its members that anyone may know and nobody speaks for yet, by name: their own people may claim them. */
  unclaimed: Array<Organisation>;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
  /** What you may do with it. */
  viewerCan: NetworkViewerCan;
  /** Its working groups, those at work first. */
  workingGroups: WorkingGroupConnection;
};


/** A standing body of member organisations with its own rules. */
export type NetworkApplicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A standing body of member organisations with its own rules. */
export type NetworkAwaitingSignatureArgs = {
  organisation: Scalars['ID']['input'];
};


/** A standing body of member organisations with its own rules. */
export type NetworkDecisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<DecisionState>;
};


/** A standing body of member organisations with its own rules. */
export type NetworkDuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<DutyStatus>;
};


/** A standing body of member organisations with its own rules. */
export type NetworkEvidenceDeskArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A standing body of member organisations with its own rules. */
export type NetworkEvidenceRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A standing body of member organisations with its own rules. */
export type NetworkEvidenceTwinsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A standing body of member organisations with its own rules. */
export type NetworkHolidaysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['NaiveDate']['input']>;
};


/** A standing body of member organisations with its own rules. */
export type NetworkMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  past?: Scalars['Boolean']['input'];
};


/** A standing body of member organisations with its own rules. */
export type NetworkMemberFacetsArgs = {
  filter?: InputMaybe<DirectoryFilter>;
};


/** A standing body of member organisations with its own rules. */
export type NetworkMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DirectoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A standing body of member organisations with its own rules. */
export type NetworkOwnStatementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  organisation: Scalars['ID']['input'];
};


/** A standing body of member organisations with its own rules. */
export type NetworkPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A standing body of member organisations with its own rules. */
export type NetworkRecentChangesArgs = {
  first?: Scalars['Int']['input'];
};


/** A standing body of member organisations with its own rules. */
export type NetworkWorkingGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What kind of body a network is. */
export type NetworkKind =
  /** A looser bond. */
  | 'ALLIANCE'
  /** Bound to an issue or a time. */
  | 'COALITION'
  /** A standing network. */
  | 'NETWORK'
  /** A working group on its own. */
  | 'WORKING_GROUP';

/** What came of a change to a network. */
export type NetworkPayload = {
  __typename?: 'NetworkPayload';
  /** The network as it is now. */
  network?: Maybe<Network>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** Where a network stands. */
export type NetworkState =
  /** At work. */
  | 'ACTIVE'
  /** Over; read-only. */
  | 'DISSOLVED'
  /** Resting. */
  | 'DORMANT'
  /** Being set up. */
  | 'DRAFT';

/** What you may do with a network. */
export type NetworkViewerCan = {
  __typename?: 'NetworkViewerCan';
  /** Add to its evidence library and ask for what it lacks. */
  addEvidence: Scalars['Boolean']['output'];
  /** Change its record. */
  edit: Scalars['Boolean']['output'];
  /** Curate its evidence library. */
  keepLibrary: Scalars['Boolean']['output'];
  /** Add organisations and change how they belong. */
  manageMembers: Scalars['Boolean']['output'];
  /** Give and end roles. */
  manageRoles: Scalars['Boolean']['output'];
  /** Put a question to the vote. */
  openDecision: Scalars['Boolean']['output'];
  /** Propose a working group. */
  proposeGroup: Scalars['Boolean']['output'];
  /** Begin a campaign. */
  startCampaign: Scalars['Boolean']['output'];
  /** Begin a paper. */
  startPaper: Scalars['Boolean']['output'];
  /** Know of applications. */
  viewApplications: Scalars['Boolean']['output'];
  /** Know maps of stakeholders of campaigns in which you have a part, should there be any. */
  viewMaps: Scalars['Boolean']['output'];
};

/** Anything with an id of its own. */
export type Node = {
  /** Its id: the kind, a colon, and what follows. */
  id: Scalars['ID']['output'];
};

/** How the members are to decide on a text. */
export type OpenAdoptionInput = {
  /** The first instant at which no ballot is taken; by the network's rule when left out. */
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What a ballot can say; `VOTE` when left out. */
  scale?: InputMaybe<BallotScale>;
};

/** A question to put. */
export type OpenDecisionInput = {
  /** The first instant at which no ballot is taken; by the network's rule when left out. */
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The working group that is to decide, by its own rule. */
  group?: InputMaybe<Scalars['ID']['input']>;
  /** The meeting it comes from; its group decides. */
  meeting?: InputMaybe<Scalars['ID']['input']>;
  /** In which network. */
  network: Scalars['ID']['input'];
  /** What exactly is proposed. */
  proposal: TextInput;
  /** Only the secretariat and the committee may know of it. */
  restricted?: Scalars['Boolean']['input'];
  /** What a ballot can say; `VOTE` when left out. */
  scale?: InputMaybe<BallotScale>;
  /** About what; the network's rule for it holds. What a working group decides is always `OTHER`. */
  subject: DecisionSubject;
  /** In a few words. */
  title: TextInput;
};

/** Why one goes to a provider. */
export type OpenIdPurpose =
  /** To answer an invitation with it instead of a password. */
  | 'INVITATION'
  /** To be able to come in that way from now on; one is signed in. */
  | 'LINK'
  /** To come in. */
  | 'SIGN_IN';

/** A sign-on to be opened. */
export type OpenSignOnInput = {
  /** To whom the text goes. */
  addressees?: Scalars['String']['input'];
  /** The first instant at which nobody signs any more. */
  deadline: Scalars['DateTime']['input'];
  /** So many organisations must sign, 1 to 1000. */
  minCount: Scalars['Int']['input'];
  /** So many of these types of organisation must sign by public name: at most 20 types, each once. */
  minOfKinds?: Array<KindThresholdInput>;
  /** So many of a hundred full members must sign. */
  minPct?: InputMaybe<Scalars['Int']['input']>;
  /** Public names must come from so many provinces, 1 to 25. */
  minProvinces?: InputMaybe<Scalars['Int']['input']>;
  /** One objection, with its reason, stops it. */
  noObjection?: Scalars['Boolean']['input'];
  /** In which order names stand under the published text; as they signed when left out. */
  order?: InputMaybe<SignatureOrder>;
  /** These organisations must sign by public name: at most 100. */
  required?: Array<Scalars['ID']['input']>;
  /** When organisations are asked to have answered; reminders follow it. */
  softDeadline?: InputMaybe<Scalars['DateTime']['input']>;
};

/** An organisation: one record, in however many networks. */
export type Organisation = Node & {
  __typename?: 'Organisation';
  /** Its acronym. */
  acronym: Scalars['String']['output'];
  /** What it does. */
  description: Text;
  /** Its address for mail. */
  email: Scalars['String']['output'];
  /** Its fiscal or legal host, through which a hidden group is contacted. */
  host?: Maybe<Organisation>;
  /** Where its headquarters are. */
  hq?: Maybe<Place>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Led by indigenous people; null when it has not said. */
  indigenousLed?: Maybe<Scalars['Boolean']['output']>;
  /** Its type. */
  kind?: Maybe<Term>;
  /** How widely it is known. */
  listing: Sensitivity;
  /** Its logo; null while it has none. */
  logo?: Maybe<Logo>;
  /** Whether others may put its logo under a joint text. */
  logoUse: LogoUse;
  /** The networks it is in, as far as you may see them. */
  memberships: Array<Membership>;
  /** Its name on Messenger. */
  messenger: Scalars['String']['output'];
  /** Its legal name. */
  name: Text;
  /** An organisation of persons with disabilities; null when it has not said. */
  opd?: Maybe<Scalars['Boolean']['output']>;
  /** Its people whom you may see, by Latin name. */
  people: PersonConnection;
  /** Its telephone. */
  phone: Scalars['String']['output'];
  /** Where letters go. */
  postalAddress: Scalars['String']['output'];
  /** How it likes to be reached; null when it has not said. */
  preferredChannel?: Maybe<Channel>;
  /** The province of its headquarters. */
  province?: Maybe<Place>;
  /** How it stands with the authorities. */
  registration: Registration;
  /** Its number with the authorities. */
  registrationNumber: Scalars['String']['output'];
  /** How many paid staff; null when it has not said. */
  staff?: Maybe<StaffBand>;
  /** Its name or number on Telegram. */
  telegram: Scalars['String']['output'];
  /** Its themes, in the order of the list. */
  themes: Array<Term>;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
  /** What you may do with it. */
  viewerCan: OrganisationViewerCan;
  /** Its website. */
  website: Scalars['String']['output'];
  /** Led by women; null when it has not said. */
  womenLed?: Maybe<Scalars['Boolean']['output']>;
  /** Where it works. */
  worksIn: Array<Place>;
  /** Year of its founding. */
  yearFounded?: Maybe<Scalars['Int']['output']>;
  /** Led by youth; null when it has not said. */
  youthLed?: Maybe<Scalars['Boolean']['output']>;
};


/** An organisation: one record, in however many networks. */
export type OrganisationPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What came of a change to an organisation. */
export type OrganisationPayload = {
  __typename?: 'OrganisationPayload';
  /** The organisation as it is now. */
  organisation?: Maybe<Organisation>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What you may do with an organisation. */
export type OrganisationViewerCan = {
  __typename?: 'OrganisationViewerCan';
  /** Add people to it and invite them. */
  addPerson: Scalars['Boolean']['output'];
  /** Change its profile. */
  edit: Scalars['Boolean']['output'];
  /** Decide how widely it is known. */
  setListing: Scalars['Boolean']['output'];
};

/** What has changed because of a campaign. Those who are not in the team are told what is published of it alone. */
export type Outcome = {
  __typename?: 'Outcome';
  /** What has changed. */
  change: OutcomeChange;
  /** How much the team has said of it; nought for those who are not in it. */
  commentCount: Scalars['Int']['output'];
  /** What the campaign has to do with it; for the team alone, else empty. */
  contribution: Scalars['String']['output'];
  /** The documents it rests on that you may know. */
  documents: Array<EvidenceDocument>;
  /** How exactly one knows when it was. */
  happenedIn: OutcomePrecision;
  /** When: the day, or the first day of the month. */
  happenedOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** It was meant to be. */
  intended: Scalars['Boolean']['output'];
  /** The ask, or the objective, from which it came. */
  item?: Maybe<Scalars['ID']['output']>;
  /** Which organisations have done their part in it, as far as you may know them: at most 200. */
  members: Array<Organisation>;
  /** Where. */
  place?: Maybe<Place>;
  /** What kind of change of policy it is, if it is one. */
  policyOutcome?: Maybe<PolicyOutcome>;
  /** It is for the better. */
  positive: Scalars['Boolean']['output'];
  /** What is told of it outside; empty as long as it is not published. */
  publicStatement: Text;
  /** Why it matters; for the team alone, else empty. */
  significance: Scalars['String']['output'];
  /** Where it stands. */
  state: OutcomeState;
  /** Who changed what, when and where. */
  statement: Text;
  /** Who outside is asked about it: at most 10; for the team alone, else empty. */
  substantiations: Array<Substantiation>;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
  /** Who changed; for the team alone, else empty. */
  who: Scalars['String']['output'];
  /** Who wrote it down; null for people who are not for you. */
  writtenBy?: Maybe<Person>;
};

/** What has changed. */
export type OutcomeChange =
  /** What somebody did. */
  | 'ACTION'
  /** How somebody behaves. */
  | 'BEHAVIOUR'
  /** What is laid down. */
  | 'POLICY'
  /** How it is done every day. */
  | 'PRACTICE'
  /** How some stand to each other. */
  | 'RELATIONSHIP';

/** A page of a list of outcomes of a campaign. */
export type OutcomeConnection = {
  __typename?: 'OutcomeConnection';
  /** The rows. */
  edges: Array<OutcomeEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of outcomes of a campaign. */
export type OutcomeEdge = {
  __typename?: 'OutcomeEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Outcome;
};

/** What an outcome is to say. */
export type OutcomeInput = {
  /** What has changed. */
  change: OutcomeChange;
  /** What the campaign has to do with it; at most 3,000 characters. */
  contribution?: Scalars['String']['input'];
  /** Documents of the library it rests on: at most 20. */
  documents?: Array<Scalars['ID']['input']>;
  /** How exactly one knows when it was. */
  happenedIn: OutcomePrecision;
  /** When; not a day to come. Of a month, any day of it. */
  happenedOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** It was meant to be. */
  intended: Scalars['Boolean']['input'];
  /** The ask, or the objective, from which it came. */
  item?: InputMaybe<Scalars['ID']['input']>;
  /** Which organisations have done their part in it: such as take part in the campaign. */
  members?: Array<Scalars['ID']['input']>;
  /** Where. */
  place?: InputMaybe<Scalars['ID']['input']>;
  /** What kind of change of policy it is, if it is one. */
  policyOutcome?: InputMaybe<PolicyOutcome>;
  /** It is for the better. */
  positive: Scalars['Boolean']['input'];
  /** Why it matters; at most 3,000 characters. */
  significance?: Scalars['String']['input'];
  /** Who changed what, when and where; one language is enough. */
  statement: TextInput;
  /** Who changed. */
  who?: Scalars['String']['input'];
};

/** What came of a change to an outcome. */
export type OutcomePayload = {
  __typename?: 'OutcomePayload';
  /** The outcome as it is now. */
  outcome?: Maybe<Outcome>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** How exactly one knows when it was. */
export type OutcomePrecision =
  /** The day. */
  | 'DAY'
  /** The month. */
  | 'MONTH';

/** What somebody sees who opens a link. */
export type OutcomeQuestion = {
  __typename?: 'OutcomeQuestion';
  /** Which campaign. */
  campaign: Text;
  /** What the campaign says it has to do with it. */
  contribution: Scalars['String']['output'];
  /** Until when the link works. */
  expiresAt: Scalars['DateTime']['output'];
  /** How exactly one knows when it was. */
  happenedIn: OutcomePrecision;
  /** When: the day, or the first day of the month. */
  happenedOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Whom it is for. */
  name: Scalars['String']['output'];
  /** Which network asks. */
  network: Text;
  /** Who changed what, when and where. */
  statement: Text;
  /** Who changed. */
  who: Scalars['String']['output'];
};

/** What came of opening a link, or of answering it. */
export type OutcomeQuestionPayload = {
  __typename?: 'OutcomeQuestionPayload';
  /** What is asked. */
  question?: Maybe<OutcomeQuestion>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** Where an outcome stands. */
export type OutcomeState =
  /** Written down by the team. */
  | 'DRAFTED'
  /** They do not agree. */
  | 'NOT_SUBSTANTIATED'
  /** Somebody outside is asked whether it is so. */
  | 'OUT_FOR_SUBSTANTIATION'
  /** They agree in part. */
  | 'PARTLY_SUBSTANTIATED'
  /** Everybody who may know the campaign may know it. */
  | 'PUBLISHED'
  /** Looked through: it says who changed what, when, and what the campaign has to do with it. */
  | 'REVIEWED'
  /** Those asked agree. */
  | 'SUBSTANTIATED';

/** What an organisation has said, to whoever has just said it. */
export type OwnAnswer = {
  __typename?: 'OwnAnswer';
  /** All of it. */
  said: Endorsement;
};

/** What somebody has said about the minutes themselves, and what became of it. */
export type OwnCorrection = {
  __typename?: 'OwnCorrection';
  /** About which point; null for all of them. */
  point?: Maybe<Scalars['ID']['output']>;
  /** What was answered. */
  response: Scalars['String']['output'];
  /** What became of it. */
  state: MinutesCorrectionState;
  /** What. */
  text: Scalars['String']['output'];
};

/** An organisation of yours and what it has said. */
export type OwnEndorsement = {
  __typename?: 'OwnEndorsement';
  /** What it has said; null for nothing. */
  endorsement?: Maybe<Endorsement>;
  /** Which organisation. */
  organisation?: Maybe<Organisation>;
  /** You are its authorised signatory. */
  signs: Scalars['Boolean']['output'];
  /** It has decided beforehand on texts of this kind: its signatory need not ask again, and confirms. */
  standing: Scalars['Boolean']['output'];
  /** Everything that it has ever said to this paper, the latest first: at most 100. */
  statements: Array<EndorsementStatement>;
};

/** An invitee's own page: nothing of anybody else. */
export type OwnInvitation = {
  __typename?: 'OwnInvitation';
  /** They were there, and are asked how they found it. */
  asked: Scalars['Boolean']['output'];
  /** How far what is said may be passed on. */
  attribution: EngagementAttribution;
  /** It was called off. */
  calledOff: Scalars['Boolean']['output'];
  /** A telephone number of the organisers. */
  contact: Scalars['String']['output'];
  /** Whom they send. */
  deputy?: Maybe<Text>;
  /** When it ends. */
  endsAt: Scalars['DateTime']['output'];
  /** It took place. */
  held: Scalars['Boolean']['output'];
  /** An institution, which is asked to name somebody. */
  institution: Scalars['Boolean']['output'];
  /** Into which languages one interprets; empty for none. */
  interpretation: Scalars['String']['output'];
  /** What kind of dialogue it is. */
  kind: DialogueKind;
  /** There is large print in Khmer. */
  largePrint: Scalars['Boolean']['output'];
  /** The minutes, once they are circulated, for who was there. */
  minutes?: Maybe<OwnMinutes>;
  /** How people meet. */
  mode: DialogueMode;
  /** Who is invited. */
  name: Text;
  /** What they need. */
  needs: InvitationNeeds;
  /** Which network invites. */
  network: Text;
  /** What else they said. */
  note: Scalars['String']['output'];
  /** The number on the letter. */
  number: Scalars['Int']['output'];
  /** What is to come of it. */
  objectives: Text;
  /** Where one joins online; empty until they have said that they come. */
  onlineLink: Scalars['String']['output'];
  /** Answers count now. */
  open: Scalars['Boolean']['output'];
  /** In which place. */
  place?: Maybe<Text>;
  /** Until when one answers: at this instant no more. */
  rsvpBy?: Maybe<Scalars['DateTime']['output']>;
  /** Somebody signs. */
  signLanguage: Scalars['Boolean']['output'];
  /** When it begins. */
  startsAt: Scalars['DateTime']['output'];
  /** Where the invitation stands. */
  state: InvitationState;
  /** One gets in without steps. */
  stepFree: Scalars['Boolean']['output'];
  /** To what. */
  title: Text;
  /** Where. */
  venue: Text;
  /** Their place among those of their group who wait, from 1; null where they do not wait. */
  waiting?: Maybe<Scalars['Int']['output']>;
};

/** What came of opening the link of an invitation, or of answering it. */
export type OwnInvitationPayload = {
  __typename?: 'OwnInvitationPayload';
  /** The invitee's own page. */
  invitation?: Maybe<OwnInvitation>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** Minutes for somebody who was there. */
export type OwnMinutes = {
  __typename?: 'OwnMinutes';
  /** What they have said about these. */
  corrections: Array<OwnCorrection>;
  /** Until when they can be corrected: at this instant no more. */
  correctionsUntil?: Maybe<Scalars['DateTime']['output']>;
  /** They can be corrected now. */
  hears: Scalars['Boolean']['output'];
  /** What was said, in the order of the agenda. */
  points: Array<MinutesPoint>;
};

/** A statement of one's organisation, and to which paper. */
export type OwnStatement = {
  __typename?: 'OwnStatement';
  /** To which paper; null for one that is not for you any more. */
  paper?: Maybe<Paper>;
  /** What was said. */
  statement: EndorsementStatement;
};

/** A page of a list of what an organisation has said to papers. */
export type OwnStatementConnection = {
  __typename?: 'OwnStatementConnection';
  /** The rows. */
  edges: Array<OwnStatementEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of what an organisation has said to papers. */
export type OwnStatementEdge = {
  __typename?: 'OwnStatementEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: OwnStatement;
};

/** Where a page ends and whether another follows. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last row; pass it as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Another page follows. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Always false: pages go forwards only. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A text that organisations write together. Its words come over `/collab/{id}`, in the y-websocket protocol. */
export type Paper = Node & {
  __typename?: 'Paper';
  /** In whose name it is issued. */
  authorMode: PaperAuthorMode;
  /** The language that counts where the two differ. */
  authoritativeLanguage: Language;
  /**
   * What changed since the text that organisations have signed, while the text is settled and not yet opened for signing
   * again; null at other times, and where nothing did.
   */
  changedSinceSigned?: Maybe<ChangedSinceSigned>;
  /** The documents of the library that it cites, in the order of the text: at most 500. */
  citations: Array<PaperCitation>;
  /** Its comments and amendments, in order. */
  comments: PaperCommentConnection;
  /** The last day of its consultation, on the network's clock. */
  consultationEndsOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** When it is to be delivered. */
  deadline?: Maybe<Scalars['NaiveDate']['output']>;
  /**
   * What the members decide about it, the newest first: whether it becomes the network's position, whether it is published
   * though too few signed. At most 20.
   */
  decisions: Array<Decision>;
  /** To whom it was handed over, the newest first. */
  deliveries: DeliveryConnection;
  /** What changed from one revision to another, section by section; sections that did not change are left out. */
  differences: Array<SectionDifference>;
  /** Who writes it, by name: at most 40; the people of its working group write it too. */
  drafters: Array<PaperDrafter>;
  /** The earliest last day that a consultation opened now may have: five working days are the fewest. */
  earliestConsultationEnd: Scalars['NaiveDate']['output'];
  /** Written by which working group, if by one. */
  group?: Maybe<WorkingGroup>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Where it stands, since when. */
  movedAt: Scalars['DateTime']['output'];
  /** In which network. */
  network?: Maybe<Network>;
  /** How many comments and amendments nobody has answered. */
  openComments: Scalars['Int']['output'];
  /** Blocks of the source that have changed since the translation was last said to follow it: at most 500. */
  outdatedBlocks: Array<PaperBlock>;
  /** How it came to be public, or is about to; null where nobody has proposed it. */
  publication?: Maybe<Publication>;
  /** What is to be done, by whom and until when, in the order of the text: at most 500. */
  recommendations: Array<PaperRecommendation>;
  /** Its revisions, the latest first. */
  revisions: PaperRevisionConnection;
  /** Its sections as they are now, English first, with their words counted. */
  sections: Array<PaperSection>;
  /** How sensitive it is. */
  sensitivity: Sensitivity;
  /** Its sign-on; null where it was never opened for signing. */
  signOn?: Maybe<SignOn>;
  /** The language it is written in first. */
  sourceLanguage: Language;
  /** Since when. */
  startedAt: Scalars['DateTime']['output'];
  /** Who began it; null for the hub itself, and for people who are not for you. */
  startedBy?: Maybe<Person>;
  /** For which organisation; null for the secretariat. */
  startedFor?: Maybe<Organisation>;
  /** Where it stands. */
  state: PaperState;
  /** Why, where somebody had to say; empty otherwise. */
  stateReason: Scalars['String']['output'];
  /** What is suggested in its text and not decided, in the order of the text: at most 500. */
  suggestions: Array<PaperSuggestion>;
  /** What it says, in short. */
  summary: Text;
  /** Its text as it is now, or as it was. */
  text: PaperText;
  /** What kind of text it is. */
  textType: PaperType;
  /** What it is about. */
  themes: Array<Term>;
  /** Its title. */
  title: Text;
  /** Who translated it; null for people who are not for you. */
  translatedBy?: Maybe<Person>;
  /** Where the text in the other language stands, judged by what the source says now. */
  translation: TranslationState;
  /** Claims that lack their evidence, in the order of the text: at most 500. */
  unsourcedClaims: Array<UnsourcedClaim>;
  /** Counts its changes, those of its words aside. */
  version: Scalars['Int']['output'];
  /** What you may do with it. */
  viewerCan: PaperViewerCan;
};


/** A text that organisations write together. Its words come over `/collab/{id}`, in the y-websocket protocol. */
export type PaperCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<CommentState>;
};


/** A text that organisations write together. Its words come over `/collab/{id}`, in the y-websocket protocol. */
export type PaperDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A text that organisations write together. Its words come over `/collab/{id}`, in the y-websocket protocol. */
export type PaperDifferencesArgs = {
  from: Scalars['Int']['input'];
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** A text that organisations write together. Its words come over `/collab/{id}`, in the y-websocket protocol. */
export type PaperRevisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A text that organisations write together. Its words come over `/collab/{id}`, in the y-websocket protocol. */
export type PaperTextArgs = {
  revision?: InputMaybe<Scalars['Int']['input']>;
};

/** Other words for a passage. */
export type PaperAmendment = {
  __typename?: 'PaperAmendment';
  /** The words as they should be. */
  newText: Scalars['String']['output'];
  /** The words as they were. */
  oldText: Scalars['String']['output'];
  /** What it does. */
  operation: AmendmentOperation;
};

/** An amendment to be proposed. */
export type PaperAmendmentInput = {
  /** The words as they should be; nothing to delete. */
  newText?: Scalars['String']['input'];
  /** The words as they are; may be empty to add. */
  oldText?: Scalars['String']['input'];
  /** What it does. */
  operation: AmendmentOperation;
};

/** In whose name a paper is issued. */
export type PaperAuthorMode =
  /** The network's, which adopts it by its rule. */
  | 'NETWORK_POSITION'
  /** Those organisations' that sign it. */
  | 'SIGNATORIES';

/** A paragraph or another block of the source. */
export type PaperBlock = {
  __typename?: 'PaperBlock';
  /** Its place in the section, from 0; the heading does not count. */
  place: Scalars['Int']['output'];
  /** In which section. */
  section: Scalars['String']['output'];
};

/** A document of the library that a text cites. */
export type PaperCitation = {
  __typename?: 'PaperCitation';
  /** Which document; null for one that is not for you. */
  document?: Maybe<EvidenceDocument>;
  /** In which language. */
  language: Language;
  /** The page, or another place in it; may be empty. */
  page: Scalars['String']['output'];
  /** The passage; may be empty. */
  quote: Scalars['String']['output'];
  /** In which section. */
  section: Scalars['String']['output'];
};

/** What an organisation says of a paper: a comment, or an amendment where it proposes other words. */
export type PaperComment = {
  __typename?: 'PaperComment';
  /** Other words, if it proposes some. */
  amendment?: Maybe<PaperAmendment>;
  /** Where the passage is: as the editor gave it, in unpadded base64url. */
  anchor?: Maybe<Scalars['String']['output']>;
  /** When. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** By whom; null for people who are not for you. */
  answeredBy?: Maybe<Person>;
  /** What it says; the reason of an amendment. */
  body: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What it is about. */
  kind: CommentKind;
  /** In which language's text it stands. */
  language: Language;
  /** When. */
  madeAt: Scalars['DateTime']['output'];
  /** Its number in the paper, from 1. */
  number: Scalars['Int']['output'];
  /** For which organisation; null for the secretariat. */
  organisation?: Maybe<Organisation>;
  /** Who; null for people who are not for you. */
  person?: Maybe<Person>;
  /** The passage, as it was. */
  quote: Scalars['String']['output'];
  /** Replies to it, in order. */
  replies: PaperReplyConnection;
  /** What was answered; empty when nothing was said. */
  response: Scalars['String']['output'];
  /** In which section; empty for what stands before the first. */
  section: Scalars['String']['output'];
  /** What came of it. */
  state: CommentState;
  /** Organisations that support it beside its proposer, as far as you may know them; at most one per member. */
  supporters: Array<Organisation>;
  /** What you may do with it. */
  viewerCan: CommentViewerCan;
};


/** What an organisation says of a paper: a comment, or an amendment where it proposes other words. */
export type PaperCommentRepliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of a list of comments on a paper. */
export type PaperCommentConnection = {
  __typename?: 'PaperCommentConnection';
  /** The rows. */
  edges: Array<PaperCommentEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of comments on a paper. */
export type PaperCommentEdge = {
  __typename?: 'PaperCommentEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: PaperComment;
};

/** A comment to be made. */
export type PaperCommentInput = {
  /** Other words, to propose an amendment. */
  amendment?: InputMaybe<PaperAmendmentInput>;
  /** Where the passage is, as the editor gives it, in unpadded base64url. */
  anchor?: InputMaybe<Scalars['String']['input']>;
  /** What it says; the reason of an amendment. */
  body: Scalars['String']['input'];
  /** What it is about. */
  kind: CommentKind;
  /** In which language's text. */
  language: Language;
  /** Of which paper. */
  paper: Scalars['ID']['input'];
  /** The passage; empty for a whole section. */
  quote?: Scalars['String']['input'];
  /** In which section. */
  section: Scalars['String']['input'];
};

/** What came of a change to a comment. */
export type PaperCommentPayload = {
  __typename?: 'PaperCommentPayload';
  /** The comment as it is now. */
  comment?: Maybe<PaperComment>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A page of a list of papers. */
export type PaperConnection = {
  __typename?: 'PaperConnection';
  /** The rows. */
  edges: Array<PaperEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** Somebody who writes a paper. */
export type PaperDrafter = {
  __typename?: 'PaperDrafter';
  /** Leads the drafting. */
  leads: Scalars['Boolean']['output'];
  /** For which organisation; null for the secretariat. */
  organisation?: Maybe<Organisation>;
  /** Who, as far as you may know them. */
  person?: Maybe<Person>;
};

/** Somebody to write a paper. */
export type PaperDrafterInput = {
  /** Leads the drafting. */
  leads: Scalars['Boolean']['input'];
  /** For which organisation; left out for the secretariat. */
  organisation?: InputMaybe<Scalars['ID']['input']>;
  /** Which paper. */
  paper: Scalars['ID']['input'];
  /** Who. */
  person: Scalars['ID']['input'];
};

/** One row of a list of papers. */
export type PaperEdge = {
  __typename?: 'PaperEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Paper;
};

/** What a paper is to say of itself. */
export type PaperInput = {
  /** In whose name it is issued. */
  authorMode: PaperAuthorMode;
  /** The language that counts where the two differ. */
  authoritativeLanguage: Language;
  /** When it is to be delivered. */
  deadline?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** How sensitive it is. */
  sensitivity: Sensitivity;
  /** What it says, in short. */
  summary: TextInput;
  /** Codes of the themes that it is about; mandates limited to themes cover papers on one of them. */
  themes?: Array<Scalars['String']['input']>;
  /** Its title; one language is enough. */
  title: TextInput;
};

/** What came of a change to a paper. */
export type PaperPayload = {
  __typename?: 'PaperPayload';
  /** The paper as it is now. */
  paper?: Maybe<Paper>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** Something that is to be done, by whom and until when. */
export type PaperRecommendation = {
  __typename?: 'PaperRecommendation';
  /** What. */
  action: Scalars['String']['output'];
  /** Who is to do it; may be empty. */
  addressee: Scalars['String']['output'];
  /** Until when. */
  deadline?: Maybe<Scalars['NaiveDate']['output']>;
  /** In which language. */
  language: Language;
  /** In which section. */
  section: Scalars['String']['output'];
};

/** A reply to a comment. */
export type PaperReply = {
  __typename?: 'PaperReply';
  /** What. */
  body: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** When. */
  madeAt: Scalars['DateTime']['output'];
  /** For which organisation; null for the secretariat. */
  organisation?: Maybe<Organisation>;
  /** Who; null for people who are not for you. */
  person?: Maybe<Person>;
};

/** A page of a list of replies to a comment. */
export type PaperReplyConnection = {
  __typename?: 'PaperReplyConnection';
  /** The rows. */
  edges: Array<PaperReplyEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of replies to a comment. */
export type PaperReplyEdge = {
  __typename?: 'PaperReplyEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: PaperReply;
};

/** A paper's text as it was: it never changes. */
export type PaperRevision = {
  __typename?: 'PaperRevision';
  /** Who made it; null for the hub itself, and for people who are not for you. */
  by?: Maybe<Person>;
  /** SHA-256 of its content, in hexadecimal. */
  hash: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Why it was made. */
  kind: RevisionKind;
  /** When. */
  madeAt: Scalars['DateTime']['output'];
  /** Its name; for a milestone, the state that the paper went to. */
  note: Scalars['String']['output'];
  /** Its number in the paper, from 1. */
  number: Scalars['Int']['output'];
  /** For which organisation. */
  onBehalfOf?: Maybe<Organisation>;
};

/** A page of a list of revisions of a paper. */
export type PaperRevisionConnection = {
  __typename?: 'PaperRevisionConnection';
  /** The rows. */
  edges: Array<PaperRevisionEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of revisions of a paper. */
export type PaperRevisionEdge = {
  __typename?: 'PaperRevisionEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: PaperRevision;
};

/** A section of a paper as it is now. */
export type PaperSection = {
  __typename?: 'PaperSection';
  /** Its heading. */
  heading: Scalars['String']['output'];
  /** In which language. */
  language: Language;
  /** Which section. */
  section: Scalars['String']['output'];
  /** How many words it has; Khmer words by dictionary. */
  words: Scalars['Int']['output'];
  /** Who has written what stands there now, whoever wrote most first: at most 40. */
  writers: Array<SectionWriter>;
};

/** Where a paper stands. */
export type PaperState =
  /** Given up. */
  | 'ABANDONED'
  /** The network decides whether it becomes its position. */
  | 'ADOPTION'
  /** Being written. */
  | 'DRAFT'
  /** No word changes any more. */
  | 'FINAL_TEXT'
  /** Open to what the members say of it. */
  | 'INTERNAL_CONSULTATION'
  /** Everybody may read it, from its instant on. */
  | 'PUBLISHED'
  /** All that had to come together has: it may be published. */
  | 'READY'
  /** It was public, and was taken back. */
  | 'RETRACTED'
  /** Being settled. */
  | 'REVIEW'
  /** Organisations sign it, until a deadline. */
  | 'SIGN_ON'
  /** Another text stands in its place. */
  | 'SUPERSEDED';

/** What somebody suggests: words in the place of others, breaks between paragraphs added or taken away. */
export type PaperSuggestion = {
  __typename?: 'PaperSuggestion';
  /** By whom; null for people who are not for you. */
  by?: Maybe<Person>;
  /** The words it takes away; empty where it only puts in. */
  deleted: Scalars['String']['output'];
  /** The words it puts in; empty where it only takes away. */
  inserted: Scalars['String']['output'];
  /** In which language. */
  language: Language;
  /** As the text names it. */
  name: Scalars['String']['output'];
  /** In which section it begins. */
  section: Scalars['String']['output'];
};

/** A paper's text at one instant. */
export type PaperText = {
  __typename?: 'PaperText';
  /** SHA-256 of the content, in hexadecimal: the same words give the same hash. */
  hash: Scalars['String']['output'];
  /** The nodes of the editor, per language (`en`, `km`). */
  nodes: Scalars['JSON']['output'];
};

/** What kind of text a paper is. */
export type PaperType =
  /** A joint statement. */
  | 'JOINT_STATEMENT'
  /** An open letter. */
  | 'OPEN_LETTER'
  /** A policy brief. */
  | 'POLICY_BRIEF'
  /** A position paper. */
  | 'POSITION_PAPER'
  /** A statement to the press. */
  | 'PRESS_STATEMENT'
  /** A shadow report. */
  | 'SHADOW_REPORT'
  /** A letter to sign. */
  | 'SIGN_ON_LETTER'
  /** A submission to a consultation. */
  | 'SUBMISSION';

/** What you may do with a paper. */
export type PaperViewerCan = {
  __typename?: 'PaperViewerCan';
  /** Propose other words. */
  amend: Scalars['Boolean']['output'];
  /** Comment on it. */
  comment: Scalars['Boolean']['output'];
  /** Confirm what another person has proposed to publish. */
  confirmPublication: Scalars['Boolean']['output'];
  /** Approve it, give it back or up. */
  convene: Scalars['Boolean']['output'];
  /** Take back what is public, or say which text stands in its place. */
  endPublication: Scalars['Boolean']['output'];
  /** Open its consultation, answer comments, name who writes it. */
  lead: Scalars['Boolean']['output'];
  /** Open it for signing, take it back from there, propose to publish it. */
  runSignOn: Scalars['Boolean']['output'];
  /** Change its text and its own record. */
  write: Scalars['Boolean']['output'];
};

/** By which way change is thought to come. */
export type Pathway =
  /** By those who act together. */
  | 'COALITION'
  /** By example. */
  | 'DIFFUSION'
  /** By those who are concerned. */
  | 'GRASSROOTS'
  /** By groups that form. */
  | 'GROUP_FORMATION'
  /** All at once. */
  | 'LARGE_LEAPS'
  /** By what the media tell. */
  | 'MEDIA_INFLUENCE'
  /** By how it is put. */
  | 'MESSAGING_FRAMEWORKS'
  /** When a window opens. */
  | 'POLICY_WINDOWS'
  /** By those who have power. */
  | 'POWER_POLITICS'
  /** By those inside who belong together. */
  | 'REGIME';

/** A person, as far as you may know them. */
export type Person = Node & {
  __typename?: 'Person';
  /** Where their account stands; null for people without one, and for those whose account is not your business. */
  account?: Maybe<AccountState>;
  /** Their present positions in organisations you may see. */
  affiliations: Array<Affiliation>;
  /** Their address; empty where it is not for you. */
  email: Scalars['String']['output'];
  /** How a formal letter addresses them. */
  honorific: Honorific;
  /** Their id. */
  id: Scalars['ID']['output'];
  /** The language they want to be spoken to in. */
  language: Language;
  /** Their name; a code name for people at risk whose name is not for you. */
  name: Name;
  /** Their telephone; empty where it is not for you. */
  phone: Scalars['String']['output'];
  /** Their present roles, as far as you may see network and organisation. */
  roles: Array<RoleGrant>;
  /** As they say. */
  sex: Sex;
  /** Counts their changes; pass it back when changing them. */
  version: Scalars['Int']['output'];
  /** What you may do with their record. */
  viewerCan: PersonViewerCan;
};

/** A page of a list of people. */
export type PersonConnection = {
  __typename?: 'PersonConnection';
  /** The rows. */
  edges: Array<PersonEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of people. */
export type PersonEdge = {
  __typename?: 'PersonEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Person;
};

/** What came of a change to a person. */
export type PersonPayload = {
  __typename?: 'PersonPayload';
  /** The person as they are now. */
  person?: Maybe<Person>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What you may do with a person's record. */
export type PersonViewerCan = {
  __typename?: 'PersonViewerCan';
  /** Change it. */
  edit: Scalars['Boolean']['output'];
  /** Invite them to have an account. */
  invite: Scalars['Boolean']['output'];
};

/** What happened to a piece of text. */
export type PieceFate =
  /** It is gone. */
  | 'DELETED'
  /** It is new. */
  | 'INSERTED'
  /** It is in both. */
  | 'SAME';

/** A unit of the official gazetteer. */
export type Place = Node & {
  __typename?: 'Place';
  /** NCDD code: 2 digits for a province, 4 for a district, 6 for a commune, 8 for a village. */
  code: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What kind of unit. */
  kind: PlaceKind;
  /** Its name. */
  name: Text;
  /** The unit it lies in; none for a province. */
  parent?: Maybe<Place>;
  /** The province it lies in, or is. */
  province?: Maybe<Place>;
};

/** A page of a list of places. */
export type PlaceConnection = {
  __typename?: 'PlaceConnection';
  /** The rows. */
  edges: Array<PlaceEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of places. */
export type PlaceEdge = {
  __typename?: 'PlaceEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Place;
};

/** What kind of unit a place is. */
export type PlaceKind =
  /** រាជធានី */
  | 'CAPITAL'
  /** ឃុំ */
  | 'COMMUNE'
  /** ស្រុក */
  | 'DISTRICT'
  /** ខណ្ឌ */
  | 'KHAN'
  /** ក្រុង */
  | 'MUNICIPALITY'
  /** ខេត្ត */
  | 'PROVINCE'
  /** សង្កាត់ */
  | 'SANGKAT'
  /** ភូមិ */
  | 'VILLAGE';

/** What somebody is asked to do. */
export type PlanAsk = {
  __typename?: 'PlanAsk';
  /** By when. */
  byWhen?: Maybe<Scalars['NaiveDate']['output']>;
  /** When; needed with a response. */
  respondedOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** What became of it. */
  response: AskResponse;
  /** By what one knows; needed with a response. */
  source: Scalars['String']['output'];
  /** The standard or law it rests on. */
  standard: Scalars['String']['output'];
  /** Of whom; empty as long as that is open. */
  target: Text;
  /** How near the target is to the decision. */
  targetKind: TargetKind;
  /** What is asked. */
  text: Text;
};

/** What somebody is asked to do. */
export type PlanAskInput = {
  /** By when. */
  byWhen?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** When; needed with a response. */
  respondedOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** What became of it. */
  response: AskResponse;
  /** By what one knows; needed with a response. */
  source?: Scalars['String']['input'];
  /** The standard or law it rests on. */
  standard?: Scalars['String']['input'];
  /** Of whom; empty as long as that is open. */
  target: TextInput;
  /** How near the target is to the decision. */
  targetKind: TargetKind;
  /** What is asked. */
  text: TextInput;
};

/** What an item says, by its kind. */
export type PlanBody = PlanAsk | PlanBudgetLine | PlanForce | PlanIndicator | PlanKeyMessage | PlanMarker | PlanObjective | PlanRisk | PlanStep;

/** What an item is to say: exactly one kind. */
export type PlanBodyInput =
  /** What somebody is asked to do. */
  { ask: PlanAskInput; budgetLine?: never; force?: never; indicator?: never; marker?: never; message?: never; objective?: never; risk?: never; step?: never; }
  |  /** Money that is planned for something. */
  { ask?: never; budgetLine: PlanBudgetLineInput; force?: never; indicator?: never; marker?: never; message?: never; objective?: never; risk?: never; step?: never; }
  |  /** What drives the change or holds it back. */
  { ask?: never; budgetLine?: never; force: PlanForceInput; indicator?: never; marker?: never; message?: never; objective?: never; risk?: never; step?: never; }
  |  /** By what one knows how far it has come. */
  { ask?: never; budgetLine?: never; force?: never; indicator: PlanIndicatorInput; marker?: never; message?: never; objective?: never; risk?: never; step?: never; }
  |  /** What one would see somebody do if it worked. */
  { ask?: never; budgetLine?: never; force?: never; indicator?: never; marker: PlanMarkerInput; message?: never; objective?: never; risk?: never; step?: never; }
  |  /** A message for somebody. */
  { ask?: never; budgetLine?: never; force?: never; indicator?: never; marker?: never; message: PlanKeyMessageInput; objective?: never; risk?: never; step?: never; }
  |  /** What is to change, by when. */
  { ask?: never; budgetLine?: never; force?: never; indicator?: never; marker?: never; message?: never; objective: PlanObjectiveInput; risk?: never; step?: never; }
  |  /** What may go wrong. */
  { ask?: never; budgetLine?: never; force?: never; indicator?: never; marker?: never; message?: never; objective?: never; risk: PlanRiskInput; step?: never; }
  |  /** A step of the theory of change. */
  { ask?: never; budgetLine?: never; force?: never; indicator?: never; marker?: never; message?: never; objective?: never; risk?: never; step: PlanStepInput; };

/** Money that is planned for something. */
export type PlanBudgetLine = {
  __typename?: 'PlanBudgetLine';
  /** Its code. */
  code: Scalars['String']['output'];
  /** In which currency. */
  currency: Currency;
  /** For what. */
  description: Scalars['String']['output'];
  /** Who gives the money. */
  donor: Scalars['String']['output'];
  /** Planned: an exact amount in decimal figures. */
  planned: Scalars['String']['output'];
  /** Spent so far: an exact amount in decimal figures. */
  spent: Scalars['String']['output'];
};

/** Money that is planned for something. */
export type PlanBudgetLineInput = {
  /** Its code. */
  code?: Scalars['String']['input'];
  /** In which currency. */
  currency: Currency;
  /** For what. */
  description?: Scalars['String']['input'];
  /** Who gives the money. */
  donor?: Scalars['String']['input'];
  /** Planned: an exact amount in decimal figures. */
  planned: Scalars['String']['input'];
  /** Spent so far: an exact amount in decimal figures. */
  spent: Scalars['String']['input'];
};

/** What drives the change or holds it back. */
export type PlanForce = {
  __typename?: 'PlanForce';
  /** By what one knows. */
  basis: Scalars['String']['output'];
  /** How much it can be changed, 1 to 5. */
  changeability: Scalars['Int']['output'];
  /** Which way it pushes. */
  direction: Direction;
  /** How strongly, 1 to 5. */
  strength: Scalars['Int']['output'];
  /** What it is. */
  text: Scalars['String']['output'];
};

/** What drives the change or holds it back. */
export type PlanForceInput = {
  /** By what one knows. */
  basis?: Scalars['String']['input'];
  /** How much it can be changed, 1 to 5. */
  changeability: Scalars['Int']['input'];
  /** Which way it pushes. */
  direction: Direction;
  /** How strongly, 1 to 5. */
  strength: Scalars['Int']['input'];
  /** What it is. */
  text?: Scalars['String']['input'];
};

/** By what one knows how far a campaign has come. Figures are exact, with at most two decimals. */
export type PlanIndicator = {
  __typename?: 'PlanIndicator';
  /** What it was before. */
  baseline?: Maybe<Scalars['String']['output']>;
  /** When. */
  baselineOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** How often it is looked at. */
  frequency: IndicatorFrequency;
  /** What it tells of. */
  level: IndicatorLevel;
  /** By what one knows it. */
  means: Scalars['String']['output'];
  /** How values are counted. */
  measure: IndicatorMeasure;
  /** By what values are split. */
  splitBy: Array<Disaggregation>;
  /** What is counted. */
  statement: Text;
  /** What it is to become. */
  target?: Maybe<Scalars['String']['output']>;
  /** By when. */
  targetOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** In which unit. */
  unit: Text;
};

/** By what one knows how far a campaign has come. Figures are exact, with at most two decimals. */
export type PlanIndicatorInput = {
  /** What it was before; empty for not known. */
  baseline?: Scalars['String']['input'];
  /** When; needed with a baseline. */
  baselineOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** How often it is looked at. */
  frequency: IndicatorFrequency;
  /** What it tells of. */
  level: IndicatorLevel;
  /** By what one knows it. */
  means?: Scalars['String']['input'];
  /** How values are counted. */
  measure: IndicatorMeasure;
  /** By what values are split. */
  splitBy?: Array<Disaggregation>;
  /** What is counted. */
  statement: TextInput;
  /** What it is to become; empty for not said. */
  target?: Scalars['String']['input'];
  /** By when; needed with a target. */
  targetOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** In which unit. */
  unit: TextInput;
};

/** An item of a plan. */
export type PlanItem = {
  __typename?: 'PlanItem';
  /** What it says. */
  body: PlanBody;
  /** When it last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** How much the team has said of it; nought for those who are not in it. */
  commentCount: Scalars['Int']['output'];
  /** The documents of the library it rests on that you may know; for the team alone, else empty. */
  documents: Array<EvidenceDocument>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: PlanItemKind;
  /** The objective that an ask serves, or an indicator measures. */
  objective?: Maybe<Scalars['ID']['output']>;
  /** Whose it is, as far as you may know it: the owner of a risk, the contributor of a budget line. */
  organisation?: Maybe<Organisation>;
  /** The paper in which an ask is made, as far as you may know it. */
  paper?: Maybe<Paper>;
  /** Of an indicator, how far it has come; null before there is a value, and where that is too few people to tell. */
  progress?: Maybe<IndicatorProgress>;
  /**
   * Of an indicator, what it was in each period by the days: at most 200. Those who are not in the team are told no group of
   * one to four people, and nothing that gives one away.
   */
  values: Array<IndicatorValue>;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
};

/** What an item of a plan is to be. */
export type PlanItemInput = {
  /** What it says. */
  body: PlanBodyInput;
  /** The objective that an ask serves, or an indicator measures. */
  objective?: InputMaybe<Scalars['ID']['input']>;
  /** Whose it is: an organisation that takes part. */
  organisation?: InputMaybe<Scalars['ID']['input']>;
  /** The paper in which an ask is made. */
  paper?: InputMaybe<Scalars['ID']['input']>;
};

/** What an item of a plan is. */
export type PlanItemKind =
  /** What somebody is asked to do. */
  | 'ASK'
  /** Money that is planned for something. */
  | 'BUDGET_LINE'
  /** What drives the change or holds it back. */
  | 'FORCE'
  /** By what one knows how far it has come. */
  | 'INDICATOR'
  /** What one would see somebody do if it worked. */
  | 'MARKER'
  /** A message for somebody. */
  | 'MESSAGE'
  /** What is to change, by when. */
  | 'OBJECTIVE'
  /** What may go wrong. */
  | 'RISK'
  /** A step of the theory of change. */
  | 'STEP';

/** What came of a change to an item of a plan. */
export type PlanItemPayload = {
  __typename?: 'PlanItemPayload';
  /** The item as it is now. */
  item?: Maybe<PlanItem>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A message for somebody. */
export type PlanKeyMessage = {
  __typename?: 'PlanKeyMessage';
  /** For whom. */
  audience: Scalars['String']['output'];
  /** Over what. */
  channel: Scalars['String']['output'];
  /** By whom. */
  messenger: Scalars['String']['output'];
  /** What is said. */
  text: Text;
};

/** A message for somebody. */
export type PlanKeyMessageInput = {
  /** For whom. */
  audience?: Scalars['String']['input'];
  /** Over what. */
  channel?: Scalars['String']['input'];
  /** By whom. */
  messenger?: Scalars['String']['input'];
  /** What is said. */
  text: TextInput;
};

/** What one would see somebody do if it worked. */
export type PlanMarker = {
  __typename?: 'PlanMarker';
  /** By what one knows; needed once it was seen. */
  evidence: Scalars['String']['output'];
  /** How much of a change. */
  level: MarkerLevel;
  /** When it was seen. */
  observedOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Who one would see. */
  partner: Scalars['String']['output'];
  /** What one would see them do. */
  statement: Text;
};

/** What one would see somebody do if it worked. */
export type PlanMarkerInput = {
  /** By what one knows; needed once it was seen. */
  evidence?: Scalars['String']['input'];
  /** How much of a change. */
  level: MarkerLevel;
  /** When it was seen. */
  observedOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** Who one would see. */
  partner?: Scalars['String']['input'];
  /** What one would see them do. */
  statement: TextInput;
};

/** What is to change, by when. */
export type PlanObjective = {
  __typename?: 'PlanObjective';
  /** By when. */
  byWhen?: Maybe<Scalars['NaiveDate']['output']>;
  /** What kind of change it is. */
  outcome: PolicyOutcome;
  /** Specific, measurable, achievable, relevant, timebound: five answers in this order. */
  smart: Array<Scalars['Boolean']['output']>;
  /** What is to be reached. */
  statement: Text;
  /** Who is to change. */
  who: Scalars['String']['output'];
};

/** What is to change, by when. */
export type PlanObjectiveInput = {
  /** By when. */
  byWhen?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** What kind of change it is. */
  outcome: PolicyOutcome;
  /** Specific, measurable, achievable, relevant, timebound: five answers in this order. */
  smart: Array<Scalars['Boolean']['input']>;
  /** What is to be reached. */
  statement: TextInput;
  /** Who is to change. */
  who?: Scalars['String']['input'];
};

/** What may go wrong. */
export type PlanRisk = {
  __typename?: 'PlanRisk';
  /** What kind of harm. */
  category: RiskCategory;
  /** How bad, 1 to 5. */
  impact: Scalars['Int']['output'];
  /** How likely, 1 to 5. */
  likelihood: Scalars['Int']['output'];
  /** What is done about it. */
  mitigation: Scalars['String']['output'];
  /** Where it stands. */
  status: RiskStatus;
  /** What may happen. */
  text: Scalars['String']['output'];
};

/** What may go wrong. */
export type PlanRiskInput = {
  /** What kind of harm. */
  category: RiskCategory;
  /** How bad, 1 to 5. */
  impact: Scalars['Int']['input'];
  /** How likely, 1 to 5. */
  likelihood: Scalars['Int']['input'];
  /** What is done about it. */
  mitigation?: Scalars['String']['input'];
  /** Where it stands. */
  status: RiskStatus;
  /** What may happen. */
  text?: Scalars['String']['input'];
};

/** A step of the theory of change. */
export type PlanStep = {
  __typename?: 'PlanStep';
  /** Because of this. */
  because: Scalars['String']['output'];
  /** If this is so. */
  cause: Scalars['String']['output'];
  /** Then this follows. */
  effect: Scalars['String']['output'];
  /** By which way. */
  pathway?: Maybe<Pathway>;
};

/** A step of the theory of change. */
export type PlanStepInput = {
  /** Because of this. */
  because?: Scalars['String']['input'];
  /** If this is so. */
  cause?: Scalars['String']['input'];
  /** Then this follows. */
  effect?: Scalars['String']['input'];
  /** By which way. */
  pathway?: InputMaybe<Pathway>;
};

/** What kind of change an objective is. */
export type PolicyOutcome =
  /** How people think. */
  | 'ATTITUDINAL'
  /** What is done. */
  | 'BEHAVIOURAL'
  /** What is decided. */
  | 'CONTENT'
  /** What is talked about. */
  | 'DISCURSIVE'
  /** How it is decided. */
  | 'PROCEDURAL';

/** A page of a list of voters and their ballots. */
export type PositionConnection = {
  __typename?: 'PositionConnection';
  /** The rows. */
  edges: Array<PositionEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of voters and their ballots. */
export type PositionEdge = {
  __typename?: 'PositionEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: DecisionPosition;
};

/** How far somebody was there. */
export type Presence =
  /** Not there: takes a mark back. */
  | 'ABSENT'
  /** There. */
  | 'FULL'
  /** Online. */
  | 'ONLINE'
  /** For a part of it. */
  | 'PART';

/** How a paper came to be public, or is about to. */
export type Publication = {
  __typename?: 'Publication';
  /** You proposed it: somebody else confirms it. */
  byYou: Scalars['Boolean']['output'];
  /** Nobody outside reads it before; null where it is public at once. */
  embargoUntil?: Maybe<Scalars['DateTime']['output']>;
  /** When it was taken back, or another text took its place; null while it stands. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was taken back; empty where it was not. */
  endedReason: Text;
  /** Its files; none while it is only proposed. */
  files: Array<PublishedFile>;
  /** Its paper's id. */
  paper: Scalars['ID']['output'];
  /** Who proposed it; null for people who are not for you. */
  proposedBy?: Maybe<Person>;
  /** From when on everybody may read it; null while it is only proposed. */
  publicFrom?: Maybe<Scalars['DateTime']['output']>;
  /** How many had signed on that day. */
  signed: Scalars['Int']['output'];
  /** The paper in its place; null for none, or not for you. */
  successor?: Maybe<Paper>;
  /** The hash of its text, in hexadecimal. */
  textHash: Scalars['String']['output'];
  /** How many of their names are withheld for their safety. */
  withheld: Scalars['Int']['output'];
};

/** What is to be told of an outcome outside. */
export type PublishOutcomeInput = {
  /** You have made sure that nobody is named who has not agreed to it. */
  consented: Scalars['Boolean']['input'];
  /** You have made sure that it harms nobody. */
  harmless: Scalars['Boolean']['input'];
  /** Which outcome. */
  outcome: Scalars['ID']['input'];
  /** What is told; one language is enough. */
  statement: TextInput;
  /** As it was read. */
  version: Scalars['Int']['input'];
};

/** A file that was published, byte for byte. */
export type PublishedFile = {
  __typename?: 'PublishedFile';
  /** Its name; read it at `/public/papers/{paper}/{name}`. */
  name: Scalars['String']['output'];
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: Scalars['String']['output'];
};

/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type Query = {
  __typename?: 'Query';
  /** A campaign by its id; null for what does not exist, or not for you. */
  campaign?: Maybe<Campaign>;
  /** The campaigns of a network that you may know, the latest moved first. */
  campaigns: CampaignConnection;
  /** A commitment by its id; null for what does not exist, or not for you. */
  commitment?: Maybe<Commitment>;
  /** How the commitments of a network, or of one campaign, stand that you may know. */
  commitmentScores: CommitmentScores;
  /** By whom and where the commitments of a network are to be kept that you may know. */
  commitmentTally: CommitmentTally;
  /** Commitments of a network that you may know, the next due first. */
  commitments: CommitmentConnection;
  /** A decision by its id; null for what does not exist, or not for you. */
  decision?: Maybe<Decision>;
  /** A dialogue by its id; null for what does not exist, or not for you. */
  dialogue?: Maybe<Dialogue>;
  /** Dialogues of a network that you may know, the earliest first. */
  dialogues: DialogueConnection;
  /** A document by its id; null for what does not exist, or not for you. */
  evidenceDocument?: Maybe<EvidenceDocument>;
  /** The hub itself. */
  hub: Hub;
  /** All mails of this hub, newest first; for whoever runs it. */
  mails: MailConnection;
  /** A meeting by its id; null for what does not exist, or not for you. */
  meeting?: Maybe<Meeting>;
  /** An import by its id, for who manages the members of its network; null for what does not exist, or not for you. */
  memberImport?: Maybe<MemberImport>;
  /** A network by its id; null for what does not exist, or not for you. */
  network?: Maybe<Network>;
  /** The networks of this hub that you may see, by name. */
  networks: Array<Network>;
  /** Anything by its id; null for what does not exist, or not for you. */
  node?: Maybe<Node>;
  /** Several things by their ids, in the order asked, null where there is nothing for you. */
  nodes: Array<Maybe<Node>>;
  /** An organisation by its id; null for what does not exist, or not for you. */
  organisation?: Maybe<Organisation>;
  /** A paper by its id; null for what does not exist, or not for you. */
  paper?: Maybe<Paper>;
  /** The papers of a network that you may know, the latest moved first. */
  papers: PaperConnection;
  /** A person by their id; null for who does not exist, or not for you. */
  person?: Maybe<Person>;
  /** The places inside another, or the provinces; or, with `search`, those whose name contains it in either script. */
  places: PlaceConnection;
  /** Searches the library of a network, in English and Khmer alike, among what you may know. Nothing asked for: all. */
  searchEvidence: EvidenceResults;
  /** Somebody on a map by their id, or whoever they were merged into; null for what does not exist, or not for you. */
  stakeholder?: Maybe<Stakeholder>;
  /** The map of a campaign; null for what does not exist, or not for you. */
  stakeholderMap?: Maybe<StakeholderMap>;
  /** Maps of a network with somebody on them that you may know, the latest changed first. */
  stakeholderMaps: StakeholderMapConnection;
  /** Those on maps that you may know, found by any of their names, in either language. */
  stakeholders: StakeholderConnection;
  /** One whole list in its order, merged and retired entries included. Lists are short. */
  terms: Array<Term>;
  /**
   * What a file is, by the SHA-256 of its bytes; null for a file that was never published, or was changed since. For
   * everybody.
   */
  verify?: Maybe<Verified>;
  /** The signed-in person; null for the anonymous. */
  viewer?: Maybe<Viewer>;
  /** A working group by its id; null for what does not exist, or not for you. */
  workingGroup?: Maybe<WorkingGroup>;
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryCampaignArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryCampaignsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asked?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  network: Scalars['ID']['input'];
  states?: InputMaybe<Array<CampaignState>>;
  with?: InputMaybe<Scalars['ID']['input']>;
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryCommitmentArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryCommitmentScoresArgs = {
  campaign?: InputMaybe<Scalars['ID']['input']>;
  network: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryCommitmentTallyArgs = {
  campaign?: InputMaybe<Scalars['ID']['input']>;
  network: Scalars['ID']['input'];
  overdue?: Scalars['Boolean']['input'];
  states?: InputMaybe<Array<CommitmentState>>;
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryCommitmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  campaign?: InputMaybe<Scalars['ID']['input']>;
  constituency?: InputMaybe<Scalars['String']['input']>;
  dialogue?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  network: Scalars['ID']['input'];
  overdue?: Scalars['Boolean']['input'];
  owner?: InputMaybe<Scalars['String']['input']>;
  place?: InputMaybe<Scalars['ID']['input']>;
  states?: InputMaybe<Array<CommitmentState>>;
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryDecisionArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryDialogueArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryDialoguesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  ahead?: Scalars['Boolean']['input'];
  campaign?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  network: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryEvidenceDocumentArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryMailsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryMeetingArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryMemberImportArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryNetworkArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryOrganisationArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryPaperArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryPapersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  group?: InputMaybe<Scalars['ID']['input']>;
  network: Scalars['ID']['input'];
  states?: InputMaybe<Array<PaperState>>;
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryPlacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  parent?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QuerySearchEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EvidenceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  network: Scalars['ID']['input'];
  query?: Scalars['String']['input'];
  sort?: EvidenceSort;
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryStakeholderArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryStakeholderMapArgs = {
  campaign: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryStakeholderMapsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  network: Scalars['ID']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryStakeholdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  network: Scalars['ID']['input'];
  text?: Scalars['String']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryTermsArgs = {
  taxonomy: Taxonomy;
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryVerifyArgs = {
  sha256: Scalars['String']['input'];
};


/** Reading. Lists are pages of at most 100; what is not for you is not there. */
export type QueryWorkingGroupArgs = {
  id: Scalars['ID']['input'];
};

/** An ask that was raised, and what was answered. */
export type RaisedAsk = {
  __typename?: 'RaisedAsk';
  /** Which. */
  ask: Scalars['ID']['output'];
  /** What was answered. */
  response: AskResponse;
};

/** An ask that was raised, and what was answered. */
export type RaisedAskInput = {
  /** Which. */
  ask: Scalars['ID']['input'];
  /** What was answered. */
  response: AskResponse;
};

/** A piece of work as it was read. */
export type ReadWorkInput = {
  /** Its id. */
  id: Scalars['ID']['input'];
  /** As it was read. */
  version: Scalars['Int']['input'];
};

/** How an applicant is to belong. */
export type RecommendApplicationInput = {
  /** The host of a hidden group; needed for one that has none. */
  host?: InputMaybe<Scalars['ID']['input']>;
  /** Which membership. */
  membership: Scalars['ID']['input'];
  /** In which tier. */
  tier: Tier;
};

/** A delivery to be recorded. */
export type RecordDeliveryInput = {
  /** To whom. */
  addressee: Scalars['String']['input'];
  /** The scan of the receipt, in the library. */
  evidence?: InputMaybe<Scalars['ID']['input']>;
  /** When to ask what became of it. */
  followUpOn?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** How. */
  method: DeliveryMethod;
  /** On which day: today or earlier. */
  on: Scalars['NaiveDate']['input'];
  /** What it says on the receipt. */
  receipt?: Scalars['String']['input'];
};

/** A year's fee. */
export type RecordFeeInput = {
  /** Of which membership. */
  membership: Scalars['ID']['input'];
  /** Whether it is paid. */
  status: FeeStatus;
  /** For which calendar year. */
  year: Scalars['Int']['input'];
};

/** A member organisation that is asked about an applicant. */
export type Referee = {
  __typename?: 'Referee';
  /** What it said; null before, and for the applicant. */
  answer?: Maybe<ReferenceAnswer>;
  /** When it answered. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who answered, as they name themselves; null for the applicant. */
  answeredByName?: Maybe<Scalars['String']['output']>;
  /** When it was asked last. */
  askedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Which organisation. */
  organisation?: Maybe<Organisation>;
  /** In its words; null for the applicant. */
  statement?: Maybe<Scalars['String']['output']>;
  /** Since when the network goes on without it. */
  waivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why; null for the applicant. */
  waivedReason?: Maybe<Scalars['String']['output']>;
};

/** What a referee sees behind the link. */
export type Reference = {
  __typename?: 'Reference';
  /** Who applies. */
  applicant: Text;
  /** Why, in its words. */
  motivation: Text;
  /** To which network. */
  network: Text;
  /** The province it is in. */
  province?: Maybe<Text>;
  /** Which organisation is asked. */
  referee: Text;
};

/** What a referee says. */
export type ReferenceAnswer =
  /** Does not recommend it. */
  | 'DOES_NOT_RECOMMEND'
  /** Knows it and recommends it. */
  | 'RECOMMENDS';

/** What is behind a referee's link. */
export type ReferencePayload = {
  __typename?: 'ReferencePayload';
  /** What is asked. */
  reference?: Maybe<Reference>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** How an organisation stands with the authorities. */
export type Registration =
  /** Registration applied for. */
  | 'IN_PROCESS'
  /** Memorandum with the Ministry of Foreign Affairs. */
  | 'MOU_MOFAIC'
  /** Registered with the Ministry of Interior. */
  | 'REGISTERED_MOI'
  /** Cooperative, union, community entity. */
  | 'REGISTERED_OTHER'
  /** Not registered: hidden unless it asks otherwise. */
  | 'UNREGISTERED';

/** What came of reminding. */
export type RemindPayload = {
  __typename?: 'RemindPayload';
  /** How many members were written to. */
  reminded?: Maybe<Scalars['Int']['output']>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What is answered to an invitation. */
export type ReplyInput = {
  /** What; left out where somebody else comes. */
  answer?: InputMaybe<InvitationAnswer>;
  /** Who comes in their place, on the same seat. */
  deputy?: InputMaybe<DeputyInput>;
  /** What whoever comes needs. */
  needs?: InputMaybe<InvitationNeedsInput>;
  /** What else they say; at most 1,000 characters. */
  note?: Scalars['String']['input'];
};

/** Which report. */
export type ReportKind =
  /** Who was at dialogues, by group. */
  | 'ATTENDANCE'
  /** What was promised, and what became of it. */
  | 'COMMITMENTS'
  /** Which targets on the map were met in a period, and how often. */
  | 'COVERAGE'
  /** The budget, for those who give money. */
  | 'FINANCE'
  /** Outcomes that were looked through. */
  | 'HARVEST'
  /** How invitations to dialogues stand, by group. */
  | 'INVITATIONS'
  /** Who on the map of stakeholders has moved since a day, and which way. */
  | 'MOVEMENT'
  /** What is asked, what came back, what is done. */
  | 'PROGRESS'
  /** What was asked of whom on the map, and what they answered. */
  | 'RESPONSES'
  /** Indicators, for those who give money. */
  | 'RESULTS'
  /** Which targets on the map have no ask, no owner, or no rating that counts. */
  | 'TARGETS';

/** What the review of an application found. */
export type Review = {
  __typename?: 'Review';
  /** Items found in order. */
  checked: Array<ReviewItem>;
  /** A note for those who decide. */
  note: Scalars['String']['output'];
};

/** What the review found. */
export type ReviewApplicationInput = {
  /** Items found in order, all of them. */
  checked: Array<ReviewItem>;
  /** Which membership. */
  membership: Scalars['ID']['input'];
  /** A note for those who decide. */
  note?: Scalars['String']['input'];
};

/** An item of the review's checklist. */
export type ReviewItem =
  /** It has a governing body and accounts. */
  | 'GOVERNANCE'
  /** It is independent of parties. */
  | 'INDEPENDENCE'
  /** It works on what the network is for. */
  | 'PURPOSE'
  /** Its standing with the authorities was looked at. */
  | 'REGISTRATION'
  /** It protects the people it works with. */
  | 'SAFEGUARDING';

/** Why a revision was made. */
export type RevisionKind =
  /** By itself. */
  | 'AUTOMATIC'
  /** The paper went a step. */
  | 'MILESTONE'
  /** Somebody gave it a name. */
  | 'NAMED';

/** What came of keeping a paper's text. */
export type RevisionPayload = {
  __typename?: 'RevisionPayload';
  /** The revision. */
  revision?: Maybe<PaperRevision>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What kind of harm a risk is. */
export type RiskCategory =
  /** To devices and data. */
  | 'DIGITAL'
  /** To those around us. */
  | 'DO_NO_HARM'
  /** To money. */
  | 'FINANCIAL'
  /** To life and limb. */
  | 'PHYSICAL'
  /** From politics or law. */
  | 'POLITICAL_LEGAL'
  /** To a good name. */
  | 'REPUTATIONAL'
  /** To those in our care. */
  | 'SAFEGUARDING';

/** Where a risk stands. */
export type RiskStatus =
  /** It is past. */
  | 'CLOSED'
  /** Something was done about it. */
  | 'MITIGATED'
  /** It happened. */
  | 'OCCURRED'
  /** It may happen. */
  | 'OPEN';

/** A role in a network. */
export type Role =
  /** Stands in for the representative. */
  | 'ALTERNATE'
  /** Drafts, comments, uploads. */
  | 'CONTRIBUTOR'
  /** Leads a working group. */
  | 'CONVENOR'
  /** Runs everything operational; signs for no member. */
  | 'COORDINATOR'
  /** Pays sub-grants. */
  | 'FINANCE_OFFICER'
  /** Security and data protection. */
  | 'FOCAL_POINT'
  /** Releases sub-grants. */
  | 'GRANTS_OFFICER'
  /** Curates evidence and lists. */
  | 'KNOWLEDGE_MANAGER'
  /** Indicators, outcomes, reports. */
  | 'MEAL_OFFICER'
  /** Runs events. */
  | 'ORGANISER'
  /** Writes minutes and commitments. */
  | 'RAPPORTEUR'
  /** Keeps the organisation's profile and casts its vote. */
  | 'REPRESENTATIVE'
  /** The only one to give, change or withdraw the organisation's endorsement. */
  | 'SIGNATORY'
  /** Chairs the steering committee. */
  | 'STEERING_CHAIR'
  /** Sits on the steering committee. */
  | 'STEERING_MEMBER';

/** A role as held now. */
export type RoleGrant = {
  __typename?: 'RoleGrant';
  /** Since when. */
  grantedAt: Scalars['DateTime']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Whose decision gave it, and what it covers. */
  mandate: Mandate;
  /** In which network. */
  network?: Maybe<Network>;
  /** For which organisation, if for one. */
  organisation?: Maybe<Organisation>;
  /** Whose. */
  person?: Maybe<Person>;
  /** Which role. */
  role: Role;
  /** The last day on which it holds; null: until it is ended. */
  untilOn?: Maybe<Scalars['NaiveDate']['output']>;
};

/** What came of giving or ending a role. */
export type RolePayload = {
  __typename?: 'RolePayload';
  /** The role; after ending it, as it was. */
  role?: Maybe<RoleGrant>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A search of a library that you keep. Nobody else sees it. */
export type SavedSearch = {
  __typename?: 'SavedSearch';
  /** How often you are told of what is new. */
  alert: AlertRhythm;
  /** To what it is narrowed. */
  filters: Array<EvidenceChoice>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What you call it. */
  name: Scalars['String']['output'];
  /** What is looked for. */
  query: Scalars['String']['output'];
};

/** What came of keeping a search. */
export type SavedSearchPayload = {
  __typename?: 'SavedSearchPayload';
  /** The search. */
  search?: Maybe<SavedSearch>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What is confidential on a map and for you to open; whoever opens it is written down. */
export type SealedOnMap = {
  __typename?: 'SealedOnMap';
  /** Its id: a relation's, or a contact's. */
  id: Scalars['ID']['output'];
};

/** A page of a list of seats in a working group. */
export type SeatConnection = {
  __typename?: 'SeatConnection';
  /** The rows. */
  edges: Array<SeatEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of seats in a working group. */
export type SeatEdge = {
  __typename?: 'SeatEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: GroupSeat;
};

/** A person to sit in a working group for an organisation. */
export type SeatInput = {
  /** In which group. */
  group: Scalars['ID']['input'];
  /** For which organisation. */
  organisation: Scalars['ID']['input'];
  /** Who. */
  person: Scalars['ID']['input'];
};

/** Where a seat in a working group stands. */
export type SeatState =
  /** The organisation asked; a convenor answers. */
  | 'ASKED'
  /** Refused. */
  | 'DECLINED'
  /** Given up or taken away. */
  | 'ENDED'
  /** A convenor asked; the organisation or the person answers. */
  | 'INVITED'
  /** Taken. */
  | 'SEATED';

/** What you may do with a seat. */
export type SeatViewerCan = {
  __typename?: 'SeatViewerCan';
  /** Say yes or no to it. */
  answer: Scalars['Boolean']['output'];
  /** End it. */
  end: Scalars['Boolean']['output'];
  /** Make its holder a convenor, or no longer one. */
  setConvenor: Scalars['Boolean']['output'];
};

/** What changed in one section, word by word; Khmer words by dictionary. */
export type SectionDifference = {
  __typename?: 'SectionDifference';
  /** Its heading now, or as it was where the section is gone. */
  heading: Scalars['String']['output'];
  /** In which language. */
  language: Language;
  /** The text in pieces, in order. */
  pieces: Array<ChangedPiece>;
  /** Which section. */
  section: Scalars['String']['output'];
};

/** Somebody who has written a part of a section as it is now. */
export type SectionWriter = {
  __typename?: 'SectionWriter';
  /** How many letters of it are theirs. */
  letters: Scalars['Int']['output'];
  /** Who; null for people who are not for you. */
  person?: Maybe<Person>;
};

/** How widely something is known. */
export type Sensitivity =
  /** Named persons only. */
  | 'CONFIDENTIAL'
  /** People of the networks concerned. */
  | 'MEMBERS'
  /** Anyone, also without an account. */
  | 'PUBLIC'
  /** The own people, the secretariat and the steering committee. */
  | 'RESTRICTED';

/** A signed-in browser. */
export type Session = {
  __typename?: 'Session';
  /** Since when. */
  createdAt: Scalars['DateTime']['output'];
  /** It is the one asking. */
  current: Scalars['Boolean']['output'];
  /** Browser and system in words. */
  device: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** How it was begun: `password`, `link`, `openid` or `demo`. */
  method: Scalars['String']['output'];
  /** Last used, to the minute. */
  seenAt: Scalars['DateTime']['output'];
};

/** How a network is to decide on one subject. */
export type SetDecisionRuleInput = {
  /** How. */
  method: DecisionMethod;
  /** Which network. */
  network: Scalars['ID']['input'];
  /** How many of a hundred must vote, 0 to 100. */
  quorumPct: Scalars['Int']['input'];
  /** On what. */
  subject: DecisionSubject;
  /** Who. */
  voters: Voters;
  /** How long it stays open, 1 to 90 days. */
  windowDays: Scalars['Int']['input'];
};

/** How widely an organisation is to be known. */
export type SetListingInput = {
  /** Its host; needed to hide it. */
  host?: InputMaybe<Scalars['ID']['input']>;
  /** Which organisation. */
  id: Scalars['ID']['input'];
  /** How widely. */
  listing: Sensitivity;
  /** As it was read. */
  version: Scalars['Int']['input'];
};

/** A change of tier. */
export type SetTierInput = {
  /** Which membership. */
  id: Scalars['ID']['input'];
  /** The new tier. */
  tier: Tier;
  /** As it was read. */
  version: Scalars['Int']['input'];
};

/** The first network of an empty hub, and who coordinates it. */
export type SetUpInput = {
  /** The network's acronym. */
  acronym?: Scalars['String']['input'];
  /** Your sign-in address. */
  email: Scalars['String']['input'];
  /** Your language; Khmer when left out. */
  language?: InputMaybe<Language>;
  /** The secret from the set-up link. */
  link: Scalars['String']['input'];
  /** Your name. */
  name: NameInput;
  /** The network's name in at least one language. */
  network: TextInput;
  /** Your password. */
  password: Scalars['String']['input'];
};

/** As a person says. */
export type Sex =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Other. */
  | 'OTHER'
  /** Not said. */
  | 'UNDISCLOSED';

/** Address and password. */
export type SignInInput = {
  /** Sign-in address. */
  email: Scalars['String']['input'];
  /** Password. */
  password: Scalars['String']['input'];
};

/** What came of signing in. */
export type SignInPayload = {
  __typename?: 'SignInPayload';
  /** Who one is now. */
  person?: Maybe<Person>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A provider of OpenID Connect through which one may sign in here. */
export type SignInProvider = {
  __typename?: 'SignInProvider';
  /** The word for it, for `beginOpenId`. */
  id: Scalars['String']['output'];
  /** What stands on its button. */
  name: Text;
};

/** A paper's sign-on: its exact text, its clocks, what must come together and how far it has come. */
export type SignOn = {
  __typename?: 'SignOn';
  /** To whom the text goes. */
  addressees: Scalars['String']['output'];
  /** Every member with what it has said, by acronym; for whoever may know the names that are withheld. */
  board: SignOnRowConnection;
  /**
   * What changed from an earlier text, word by word; languages that did not change are left out. Null for a hash that
   * was never to be signed.
   */
  changes?: Maybe<Array<TextChange>>;
  /** When it was over; null while it is not. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The first instant at which nobody signs any more. */
  deadline: Scalars['DateTime']['output'];
  /**
   * The hash of the text that was signed before convenor and chair called a change editorial, in hexadecimal: signatures of
   * that text stand for this one. Null where there was no such change.
   */
  editorialSince?: Maybe<Scalars['String']['output']>;
  /** Who signs by public name, in the order in which they signed. */
  endorsements: EndorsementConnection;
  /** The deadline before its one extension; null where there was none. */
  extendedFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was extended; empty where it was not. */
  extensionReason: Scalars['String']['output'];
  /**
   * Organisations outside the network that sign by public name, as the secretariat has confirmed, in the order in which they
   * were invited.
   */
  guests: GuestConnection;
  /**
   * Every organisation outside the network that is invited, with what it has said; for whoever may know the names that are
   * withheld.
   */
  invited: GuestConnection;
  /** The decision by which it is published although not all came together; null where there was none, or not for you. */
  loweredBy?: Maybe<Decision>;
  /** Whether all that must come together did; null while it is not over. */
  met?: Maybe<Scalars['Boolean']['output']>;
  /** So many organisations must sign. */
  minCount: Scalars['Int']['output'];
  /** So many of a hundred full members must sign by public name; null where it does not matter. */
  minPct?: Maybe<Scalars['Int']['output']>;
  /** Public names must come from so many provinces; null where it does not matter. */
  minProvinces?: Maybe<Scalars['Int']['output']>;
  /** One objection stops it; only then is an objection an answer. */
  noObjection: Scalars['Boolean']['output'];
  /** Since when. */
  openedAt: Scalars['DateTime']['output'];
  /** In which order names stand under the published text. */
  order: SignatureOrder;
  /** Its paper's id. */
  paper: Scalars['ID']['output'];
  /** How far it has come. */
  progress: SignOnProgress;
  /** These organisations must sign by public name: at most 100. */
  required: Array<Organisation>;
  /** How often the paper has been opened for signing. */
  round: Scalars['Int']['output'];
  /** When organisations are asked to have answered. */
  softDeadline?: Maybe<Scalars['DateTime']['output']>;
  /** The exact text. */
  text?: Maybe<FrozenText>;
  /** The text that is signed: its hash, in hexadecimal. Pass it back when signing. */
  textHash: Scalars['String']['output'];
  /** What you may do with it. */
  viewerCan: SignOnViewerCan;
  /** Your own organisations and what they have said. */
  yours: Array<OwnEndorsement>;
};


/** A paper's sign-on: its exact text, its clocks, what must come together and how far it has come. */
export type SignOnBoardArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A paper's sign-on: its exact text, its clocks, what must come together and how far it has come. */
export type SignOnChangesArgs = {
  since: Scalars['String']['input'];
};


/** A paper's sign-on: its exact text, its clocks, what must come together and how far it has come. */
export type SignOnEndorsementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A paper's sign-on: its exact text, its clocks, what must come together and how far it has come. */
export type SignOnGuestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A paper's sign-on: its exact text, its clocks, what must come together and how far it has come. */
export type SignOnInvitedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What came of a step of a sign-on. */
export type SignOnPayload = {
  __typename?: 'SignOnPayload';
  /** The paper as it is now. */
  paper?: Maybe<Paper>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/**
 * How far a sign-on has come. All but the count of organisations is counted from public names alone, whoever asks: from
 * anything else one could tell whose name is withheld.
 */
export type SignOnProgress = {
  __typename?: 'SignOnProgress';
  /** Organisations that sign. */
  count: Scalars['Int']['output'];
  /** Full members that sign by public name. */
  full: Scalars['Int']['output'];
  /** Full members there are. */
  fullMembers: Scalars['Int']['output'];
  /** Types of organisation of which so many must sign by public name, and how many do: at most 20. */
  kinds: Array<KindProgress>;
  /** Required organisations that have not signed by public name. */
  missing: Array<Organisation>;
  /** Organisations that object. */
  objections: Scalars['Int']['output'];
  /** Provinces of those who sign by public name. */
  provinces: Scalars['Int']['output'];
  /** Those of them whose names are withheld for their safety. */
  withheld: Scalars['Int']['output'];
};

/** A member and what it has said, if anything. */
export type SignOnRow = {
  __typename?: 'SignOnRow';
  /** What it has said; null for nothing, which is never support. */
  endorsement?: Maybe<Endorsement>;
  /** Which organisation. */
  organisation?: Maybe<Organisation>;
};

/** A page of a list of members and what they have said to a text. */
export type SignOnRowConnection = {
  __typename?: 'SignOnRowConnection';
  /** The rows. */
  edges: Array<SignOnRowEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of members and what they have said to a text. */
export type SignOnRowEdge = {
  __typename?: 'SignOnRowEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: SignOnRow;
};

/** What you may do with a sign-on. */
export type SignOnViewerCan = {
  __typename?: 'SignOnViewerCan';
  /** Extend it, record what reached the network otherwise, see who has not answered. */
  run: Scalars['Boolean']['output'];
};

/** In which order names stand under a text. */
export type SignatureOrder =
  /** As they signed. */
  | 'AS_SIGNED'
  /** By name. */
  | 'BY_NAME';

/** What somebody does in an item of an agenda. */
export type SpeakerRole =
  /** Moderates. */
  | 'MODERATOR'
  /** Responds. */
  | 'RESPONDENT'
  /** Speaks. */
  | 'SPEAKER';

/** How many paid staff. */
export type StaffBand =
  /** Volunteers only. */
  | 'NONE'
  /** 51 and more. */
  | 'OVER_50'
  /** 1 to 5. */
  | 'TO_5'
  /** 6 to 20. */
  | 'TO_20'
  /** 21 to 50. */
  | 'TO_50';

/** An institution, or a person in or without office, that a campaign may influence or work with, as its map has them. */
export type Stakeholder = {
  __typename?: 'Stakeholder';
  /** Other spellings under which it is found. */
  aliases: Array<Scalars['String']['output']>;
  /** Which asks of the plan go to it. */
  asks: Array<Scalars['ID']['output']>;
  /** On the map of which campaign. */
  campaign?: Maybe<Campaign>;
  /** What it has promised in this campaign, the next due first. */
  commitments: CommitmentConnection;
  /** For which group it speaks: a code of the list of constituencies, or empty. */
  constituency: Scalars['String']['output'];
  /** How it is reached: what is public alone. */
  contacts: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: StakeholderKind;
  /** On which level it acts. */
  level?: Maybe<StakeholderLevel>;
  /** What it is called. */
  name: Text;
  /** Who else goes to it within a week of a day, as far as you may know: at most 50. */
  neighbours: Array<StakeholderNeighbour>;
  /** What else is to be known: facts and behaviour. */
  note: Scalars['String']['output'];
  /** Which organisation keeps in touch with it. */
  owner?: Maybe<Organisation>;
  /** The id of the organisation that keeps in touch with it; the map's `owners` name it. */
  ownerId?: Maybe<Scalars['ID']['output']>;
  /** Who of that organisation. */
  ownerPerson?: Maybe<Person>;
  /** The id of who of that organisation does; the map's `ownerPeople` name them. */
  ownerPersonId?: Maybe<Scalars['ID']['output']>;
  /** Of what it is a part: somebody on the same map. */
  parent?: Maybe<Scalars['ID']['output']>;
  /** Where. */
  place?: Maybe<Place>;
  /** The code of the place; the map's `places` name it. */
  placeCode?: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  state: StakeholderState;
  /** How near it is to the decision. */
  target: StakeholderTarget;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
  /** Where the team has put it in the picture of relations, to the right; null as long as nobody has. */
  x?: Maybe<Scalars['Float']['output']>;
  /** The same, downwards. */
  y?: Maybe<Scalars['Float']['output']>;
};


/** An institution, or a person in or without office, that a campaign may influence or work with, as its map has them. */
export type StakeholderCommitmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** An institution, or a person in or without office, that a campaign may influence or work with, as its map has them. */
export type StakeholderNeighboursArgs = {
  but?: InputMaybe<Scalars['ID']['input']>;
  on: Scalars['NaiveDate']['input'];
};

/** Where somebody stands by alignment and interest (AIIM, Mendizabal 2010; aligned from +1 up, interested from 3 up). */
export type StakeholderAiimCell =
  /** Aligned and interested: work as alliance, learn together. */
  | 'ALLY'
  /** Neither: raise awareness, or monitor. */
  | 'AWARE'
  /** Not aligned, interested: challenge beliefs, persuade or neutralise. */
  | 'CHALLENGE'
  /** Aligned, not interested: build enthusiasm, lower the cost of helping. */
  | 'ENTHUSE';

/** A rating of somebody on a map: dated, with what was seen, never overwritten. */
export type StakeholderAssessment = {
  __typename?: 'StakeholderAssessment';
  /** Through whom it is reached. */
  accessibleThrough: Scalars['String']['output'];
  /** Where it puts one by alignment and interest. */
  aiim: StakeholderAiimCell;
  /** -2 works against the ask, -1 opposes when asked, 0 undecided, +1 supports when asked, +2 champion. */
  alignment: Scalars['Int']['output'];
  /** By whom; null for people who are not for you. */
  assessedBy?: Maybe<Person>;
  /** On which day. */
  assessedOn: Scalars['NaiveDate']['output'];
  /** What was seen or heard: behaviour, not opinion. */
  basis: Scalars['String']['output'];
  /** The day on which the office was vacated, from which on it tells of the past alone. */
  closedOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** 1 a guess, 2 one indirect source, 3 one direct source, 4 two independent sources, 5 public, documented behaviour. */
  confidence: Scalars['Int']['output'];
  /** What one would see change. */
  desiredChange: Scalars['String']['output'];
  /** The documents of the library that say so and that you may know. */
  documents: Array<EvidenceDocument>;
  /** The contact from which one knows. */
  engagement?: Maybe<Scalars['ID']['output']>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /**
   * 1 no say over the decision, 2 can inform those who advise, 3 advises or can delay one step, 4 controls a needed step or
   * budget, 5 takes or can veto the decision.
   */
  influence: Scalars['Int']['output'];
  /** 1 unaware, 2 aware, 3 attends and asks, 4 commits people or money, 5 drives the issue. */
  interest: Scalars['Int']['output'];
  /** Which way it took them from the rating before it; null for a first one, and where it stands alone. */
  movement?: Maybe<StakeholderMovement>;
  /** For which objective; null for the campaign as a whole. */
  objective?: Maybe<Scalars['ID']['output']>;
  /** For which organisation. */
  onBehalfOf?: Maybe<Organisation>;
  /** For which organisation, by its id; null for the secretariat. */
  onBehalfOfId?: Maybe<Scalars['ID']['output']>;
  /** Where it puts one by influence and interest. */
  power: StakeholderPowerCell;
  /** By what one knows. */
  sources: Scalars['String']['output'];
  /** Of whom. */
  stakeholder: Scalars['ID']['output'];
  /** How to go about it. */
  strategy: Scalars['String']['output'];
  /** The last day on which it counts; from then on it is stale. */
  validUntil: Scalars['NaiveDate']['output'];
};

/** A page of a list of stakeholders. */
export type StakeholderConnection = {
  __typename?: 'StakeholderConnection';
  /** The rows. */
  edges: Array<StakeholderEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of stakeholders. */
export type StakeholderEdge = {
  __typename?: 'StakeholderEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: Stakeholder;
};

/** What somebody on a map is to be. */
export type StakeholderInput = {
  /** Other spellings under which it is to be found: at most 20. */
  aliases?: Array<Scalars['String']['input']>;
  /** You know that somebody of the same name is on the map, and this is another. */
  another?: Scalars['Boolean']['input'];
  /** Which asks of the plan go to it: at most 20. */
  asks?: Array<Scalars['ID']['input']>;
  /** For which group it speaks: a code of the list of constituencies. */
  constituency?: Scalars['String']['input'];
  /** How it is reached: what is public alone; at most 1,000 characters. */
  contacts?: Scalars['String']['input'];
  /** What it is. */
  kind: StakeholderKind;
  /** On which level it acts. */
  level?: InputMaybe<StakeholderLevel>;
  /** What it is called; one language is enough. */
  name: TextInput;
  /** What else is to be known: facts and behaviour, no party, religion, health or family; at most 3,000 characters. */
  note?: Scalars['String']['input'];
  /** Which organisation keeps in touch: one that takes part. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** Who of that organisation. */
  ownerPerson?: InputMaybe<Scalars['ID']['input']>;
  /** Of what it is a part: somebody on the same map. */
  parent?: InputMaybe<Scalars['ID']['input']>;
  /** Where. */
  place?: InputMaybe<Scalars['ID']['input']>;
  /** How near it is to the decision. */
  target: StakeholderTarget;
};

/** What somebody on a map is. */
export type StakeholderKind =
  /** A person by themselves. */
  | 'INDIVIDUAL'
  /** A person to whom others listen. */
  | 'INFORMAL_LEADER'
  /** A ministry, an administration, a council, a company. */
  | 'INSTITUTION'
  /** A person in office. */
  | 'OFFICE_HOLDER'
  /** A part of one. */
  | 'UNIT';

/** On which level somebody acts. */
export type StakeholderLevel =
  /** A commune or sangkat. */
  | 'COMMUNE'
  /** A district, a municipality, a khan. */
  | 'DISTRICT'
  /** Across borders. */
  | 'INTERNATIONAL'
  /** The whole country. */
  | 'NATIONAL'
  /** A province, or the capital. */
  | 'PROVINCIAL'
  /** A village. */
  | 'VILLAGE';

/** A row of a table of stakeholders, and what stands against it. */
export type StakeholderLine = {
  __typename?: 'StakeholderLine';
  /** What it is. */
  kind: StakeholderKind;
  /** Its number in the file; the heads are 1. */
  line: Scalars['Int']['output'];
  /** What it is called. */
  name: Text;
  /** How near it is to the decision. */
  target: StakeholderTarget;
  /** What is wrong with it. */
  violations: Array<Violation>;
};

/** How two on a map stand to each other. */
export type StakeholderLink = {
  __typename?: 'StakeholderLink';
  /** By what one knows. */
  basis: Scalars['String']['output'];
  /** One way. */
  directed: Scalars['Boolean']['output'];
  /** From whom. */
  from: Scalars['ID']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** How. */
  kind: StakeholderLinkKind;
  /** Who beside its author may know it where it is confidential. */
  named: Array<Person>;
  /** How narrowly it is known. */
  sensitivity: Sensitivity;
  /** From when. */
  since?: Maybe<Scalars['NaiveDate']['output']>;
  /** How strongly, 1 to 3. */
  strength: Scalars['Int']['output'];
  /** To whom. */
  to: Scalars['ID']['output'];
  /** Until when. */
  until?: Maybe<Scalars['NaiveDate']['output']>;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
};

/** A relation to be written down. */
export type StakeholderLinkInput = {
  /** By what one knows; at most 1,000 characters. */
  basis: Scalars['String']['input'];
  /** One way. */
  directed: Scalars['Boolean']['input'];
  /** From whom. */
  from: Scalars['ID']['input'];
  /** How. */
  kind: StakeholderLinkKind;
  /** Who beside you may know it where it is confidential: at most 20. */
  named?: Array<Scalars['ID']['input']>;
  /** How narrowly it is known: restricted or confidential; family and conflict are confidential when left out. */
  sensitivity?: InputMaybe<Sensitivity>;
  /** From when. */
  since?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** How strongly, 1 to 3. */
  strength: Scalars['Int']['input'];
  /** To whom. */
  to: Scalars['ID']['input'];
  /** Until when. */
  until?: InputMaybe<Scalars['NaiveDate']['input']>;
};

/** How two stand to each other. */
export type StakeholderLinkKind =
  /** They work together. */
  | 'COLLABORATION'
  /** They are at odds. */
  | 'CONFLICT'
  /** One is set over the other. */
  | 'FORMAL_AUTHORITY'
  /** One gives the other money. */
  | 'FUNDING'
  /** One informs or advises the other. */
  | 'INFORMATION_ADVICE'
  /** They are of one family, or close. */
  | 'PERSONAL_FAMILY'
  /** One presses the other. */
  | 'PRESSURE_LOBBY';

/** What came of a change to a relation. */
export type StakeholderLinkPayload = {
  __typename?: 'StakeholderLinkPayload';
  /** The relation as it is now. */
  link?: Maybe<StakeholderLink>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A campaign's map of stakeholders: for its team alone. */
export type StakeholderMap = Node & {
  __typename?: 'StakeholderMap';
  /** All ratings, in the order in which they were given: the newest up to a day says how somebody was known on it. */
  assessments: Array<StakeholderAssessment>;
  /** Of which campaign. */
  campaign: Campaign;
  /** Who differs in what they say of whom today: for each the newest rating of each organisation, where they differ. */
  differing: Array<StakeholderAssessment>;
  /** Contacts with those on it, the latest first; what is confidential only where you wrote it or are named. */
  engagements: EngagementConnection;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Pairs that may be one, the likeliest first: at most 20; for those who lead it, else empty. */
  likelyPairs: Array<StakeholderPair>;
  /** How those on it stand to each other, without what is confidential: at most 5,000. */
  links: Array<StakeholderLink>;
  /** Who did what on it, the newest first; for those who lead it, else empty. */
  log: MapActConnection;
  /** Who has moved since a day, and which way: of those rated on both days whose rating counts today. */
  moves: Array<StakeholderMove>;
  /** Who held which office, the earliest first. */
  offices: Array<StakeholderOffice>;
  /** Who of them does, each once, as far as you may know them. */
  ownerPeople: Array<Person>;
  /** The organisations that keep in touch with those on it, each once, as far as you may know them. */
  owners: Array<Organisation>;
  /** The places of those on it, each once. */
  places: Array<Place>;
  /** What is confidential on it and for you to open: at most 200. */
  sealed: Array<SealedOnMap>;
  /** Confidential contacts for you to open: at most 100. */
  sealedEngagements: Array<SealedOnMap>;
  /** Everybody on it, but for those that were merged into others: at most 1,000. */
  stakeholders: Array<Stakeholder>;
  /** Today, on the network's clock. */
  today: Scalars['NaiveDate']['output'];
  /** What you may do with it. */
  viewerCan: StakeholderMapViewerCan;
};


/** A campaign's map of stakeholders: for its team alone. */
export type StakeholderMapAssessmentsArgs = {
  of?: InputMaybe<Scalars['ID']['input']>;
};


/** A campaign's map of stakeholders: for its team alone. */
export type StakeholderMapEngagementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  with?: InputMaybe<Scalars['ID']['input']>;
};


/** A campaign's map of stakeholders: for its team alone. */
export type StakeholderMapLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A campaign's map of stakeholders: for its team alone. */
export type StakeholderMapMovesArgs = {
  since: Scalars['NaiveDate']['input'];
};

/** A page of a list of maps of stakeholders. */
export type StakeholderMapConnection = {
  __typename?: 'StakeholderMapConnection';
  /** The rows. */
  edges: Array<StakeholderMapEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of maps of stakeholders. */
export type StakeholderMapEdge = {
  __typename?: 'StakeholderMapEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: StakeholderMap;
};

/** What came of a change to a map. */
export type StakeholderMapPayload = {
  __typename?: 'StakeholderMapPayload';
  /** The map. */
  map?: Maybe<StakeholderMap>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What you may do with a map. */
export type StakeholderMapViewerCan = {
  __typename?: 'StakeholderMapViewerCan';
  /** Write down who is on it, how they stand, who has met whom. */
  keep: Scalars['Boolean']['output'];
  /** Merge, put away, take pictures of it outside, read who did what. */
  lead: Scalars['Boolean']['output'];
};

/** How those on a map went between two days. */
export type StakeholderMove = {
  __typename?: 'StakeholderMove';
  /** Which way. */
  movement: StakeholderMovement;
  /** Who. */
  stakeholder: Scalars['ID']['output'];
};

/** Which way somebody went between two ratings. */
export type StakeholderMovement =
  /** Away from it. */
  | 'AWAY'
  /** Neither. */
  | 'STILL'
  /** Toward the ask. */
  | 'TOWARD';

/** Somebody else who goes to the same one within a week, as far as you may know. */
export type StakeholderNeighbour = {
  __typename?: 'StakeholderNeighbour';
  /** The contact; null where you may not know it. */
  engagement?: Maybe<Scalars['ID']['output']>;
  /** On which day; null where you may not know the contact. */
  on?: Maybe<Scalars['NaiveDate']['output']>;
  /** Which organisation; null where you may not know. */
  organisation?: Maybe<Organisation>;
  /** The first day of the week in which they go. */
  week: Scalars['NaiveDate']['output'];
};

/** An office somebody holds or held. */
export type StakeholderOffice = {
  __typename?: 'StakeholderOffice';
  /** Who: somebody on the same map. */
  holder: Scalars['ID']['output'];
  /** Where: an institution or unit on the same map. */
  office: Scalars['ID']['output'];
  /** From when. */
  since?: Maybe<Scalars['NaiveDate']['output']>;
  /** As what. */
  title: Text;
  /** Until when; null while they are in it. */
  until?: Maybe<Scalars['NaiveDate']['output']>;
};

/** Two on a map that may be one. */
export type StakeholderPair = {
  __typename?: 'StakeholderPair';
  /** The one. */
  one: Scalars['ID']['output'];
  /** The other. */
  other: Scalars['ID']['output'];
};

/** What came of a change to somebody on a map. */
export type StakeholderPayload = {
  __typename?: 'StakeholderPayload';
  /** As they are now. */
  stakeholder?: Maybe<Stakeholder>;
  /** How it ended. */
  status: Status;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** Somebody to be put somewhere in the picture of relations. */
export type StakeholderPlaceInput = {
  /** Who. */
  id: Scalars['ID']['input'];
  /** To the right. */
  x: Scalars['Float']['input'];
  /** Downwards. */
  y: Scalars['Float']['input'];
};

/** Where somebody stands by influence and interest (Mendelow 1991; high from 3 up). */
export type StakeholderPowerCell =
  /** Low influence, high interest. */
  | 'KEEP_INFORMED'
  /** High influence, low interest. */
  | 'KEEP_SATISFIED'
  /** High influence, high interest. */
  | 'MANAGE_CLOSELY'
  /** Low influence, low interest. */
  | 'MONITOR';

/** Where somebody on a map stands. */
export type StakeholderState =
  /** On the map. */
  | 'ACTIVE'
  /** Put away; its history stays. */
  | 'ARCHIVED'
  /** Another spelling of somebody else, with whom it was merged. */
  | 'MERGED_INTO'
  /** A person who has left the office in which they mattered. */
  | 'OFFICE_VACATED';

/** What came of reading a table of stakeholders. */
export type StakeholderTable = {
  __typename?: 'StakeholderTable';
  /** Its rows, and what stands against each. */
  lines: Array<StakeholderLine>;
};

/** What came of reading a table of stakeholders. */
export type StakeholderTablePayload = {
  __typename?: 'StakeholderTablePayload';
  /** How it ended. */
  status: Status;
  /** The table. */
  table?: Maybe<StakeholderTable>;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** How near somebody is to the decision that is sought. */
export type StakeholderTarget =
  /** Not one of those of whom something is sought. */
  | 'NONE'
  /** Decides. */
  | 'PRIMARY'
  /** Moves those who decide. */
  | 'SECONDARY';

/** What a ballot says. */
export type Stance =
  /** Neither; on both scales. */
  | 'ABSTAIN'
  /** Against it. */
  | 'AGAINST'
  /** Gradient 8: block; counts as an objection. */
  | 'BLOCK'
  /** Gradient 6: do not like it but support it. */
  | 'DISLIKE_BUT_SUPPORT'
  /** Gradient 1: endorse. */
  | 'ENDORSE'
  /** For it. */
  | 'IN_FAVOUR'
  /** Gradient 2: agree with a minor point of contention. */
  | 'MINOR_POINT'
  /** Gradient 5: more discussion needed; counts as abstaining. */
  | 'MORE_DISCUSSION'
  /** A reasoned, paramount objection. */
  | 'OBJECTION'
  /** Gradient 3: support with reservation. */
  | 'RESERVATION'
  /** Gradient 7: serious disagreement; counts as against. */
  | 'SERIOUS_DISAGREEMENT'
  /** Not supporting, not blocking. */
  | 'STAND_ASIDE';

/** A member's standing. Only for its own people, the secretariat and the committee. */
export type Standing = {
  __typename?: 'Standing';
  /** Whether the year's fee is paid. */
  feeStatus: FeeStatus;
  /** For which calendar year; null while none was asked for. */
  feeYear?: Maybe<Scalars['Int']['output']>;
  /** How it came to where it stands, the oldest first. */
  steps: Array<MembershipStep>;
  /** What you may do with it. */
  viewerCan: StandingViewerCan;
};

/** An organisation's decision, taken beforehand, on what its signatory may sign without asking again. */
export type StandingMandate = {
  __typename?: 'StandingMandate';
  /** Whose decision it was. */
  basis: MandateBasis;
  /** What else there is to say of it. */
  basisNote: Scalars['String']['output'];
  /** When it was decided. */
  decidedOn: Scalars['NaiveDate']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** Who recorded it, as far as you may know them. */
  recordedBy?: Maybe<Person>;
  /** Kinds of texts it covers; empty: all. */
  textKinds: Array<TextKind>;
  /** Themes it covers; empty: all. */
  themes: Array<Term>;
  /** The last day on which it holds. */
  validUntil: Scalars['NaiveDate']['output'];
};

/** A standing mandate to record. */
export type StandingMandateInput = {
  /** Whose decision it was. */
  basis: MandateBasis;
  /** What else there is to say of it. */
  basisNote?: Scalars['String']['input'];
  /** When it was decided. */
  decidedOn: Scalars['NaiveDate']['input'];
  /** Of which membership. */
  membership: Scalars['ID']['input'];
  /** Kinds of texts it covers; empty: all. */
  textKinds?: Array<TextKind>;
  /** Codes of themes it covers; empty: all. */
  themes?: Array<Scalars['String']['input']>;
  /** The last day on which it holds, at most five years ahead. */
  validUntil: Scalars['NaiveDate']['input'];
};

/** What you may do with a member's standing. */
export type StandingViewerCan = {
  __typename?: 'StandingViewerCan';
  /** Record its fee. */
  recordFee: Scalars['Boolean']['output'];
  /** End its suspension, or its membership. */
  reinstate: Scalars['Boolean']['output'];
  /** Leave the network for it. */
  resign: Scalars['Boolean']['output'];
  /** Suspend it. */
  suspend: Scalars['Boolean']['output'];
};

/** A campaign to be begun. */
export type StartCampaignInput = {
  /** What it says of itself. */
  campaign: CampaignInput;
  /** Run by which working group, if by one. */
  group?: InputMaybe<Scalars['ID']['input']>;
  /** In which language, where a template has room for one alone. */
  language?: InputMaybe<Language>;
  /** Which organisation leads it. */
  lead: Scalars['ID']['input'];
  /** An earlier campaign to begin with, of whose team you are: its plan is taken over, with nothing answered, spent or reached. */
  like?: InputMaybe<Scalars['ID']['input']>;
  /** In which network. */
  network: Scalars['ID']['input'];
  /** A template to begin with. */
  template?: InputMaybe<CampaignTemplate>;
};

/** A paper to be begun. */
export type StartPaperInput = {
  /** Written by which working group, if by one. */
  group?: InputMaybe<Scalars['ID']['input']>;
  /** In which network. */
  network: Scalars['ID']['input'];
  /** What it says of itself. */
  paper: PaperInput;
  /** The language it is written in first. */
  sourceLanguage: Language;
  /** What kind of text it is. */
  textType: PaperType;
};

/** How a mutation ended. */
export type Status =
  /** Somebody else changed it meanwhile: load it again and decide anew. Nothing was changed. */
  | 'CONFLICT'
  /** It was done. */
  | 'DONE'
  /** The input breaks a rule; see the violations. Nothing was changed. */
  | 'INVALID';

/** Live changes. Each ends with a named reason: an error's code, or the close code of the socket. */
export type Subscription = {
  __typename?: 'Subscription';
  /** Mails of this hub as they are written, sent or refused; for whoever runs it. */
  mailEvents: Change;
  /** Everything that happens in a network, as far as you may know it. */
  networkEvents: Change;
  /** Everything that happens to one thing, as far as you may know it. */
  nodeEvents: Change;
  /** Every change to the lists: themes, types and so on. */
  termEvents: Change;
  /** What happens to one's own account: sessions begun and ended, tokens, ways to sign in, roles. */
  viewerEvents: Change;
};


/** Live changes. Each ends with a named reason: an error's code, or the close code of the socket. */
export type SubscriptionMailEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Live changes. Each ends with a named reason: an error's code, or the close code of the socket. */
export type SubscriptionNetworkEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  network: Scalars['ID']['input'];
};


/** Live changes. Each ends with a named reason: an error's code, or the close code of the socket. */
export type SubscriptionNodeEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
};


/** Live changes. Each ends with a named reason: an error's code, or the close code of the socket. */
export type SubscriptionTermEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Live changes. Each ends with a named reason: an error's code, or the close code of the socket. */
export type SubscriptionViewerEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody outside who is asked whether an outcome is so. */
export type Substantiation = {
  __typename?: 'Substantiation';
  /** What they say; null before they answer. */
  answer?: Maybe<SubstantiationAnswer>;
  /** When they answered. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when. */
  askedAt: Scalars['DateTime']['output'];
  /** In their words. */
  comment: Scalars['String']['output'];
  /** Where the link went. */
  email: Scalars['String']['output'];
  /** Until when the link works. */
  expiresAt: Scalars['DateTime']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Who. */
  name: Scalars['String']['output'];
  /** They may be named with it. */
  onRecord: Scalars['Boolean']['output'];
};

/** What somebody outside says to an outcome. */
export type SubstantiationAnswer =
  /** It is so. */
  | 'AGREES'
  /** It is so in part. */
  | 'AGREES_IN_PART'
  /** They cannot say. */
  | 'CANNOT_SAY'
  /** It is not so. */
  | 'DISAGREES';

/** An office somebody takes. */
export type TakeOfficeInput = {
  /** Who: a person on the map. */
  holder: Scalars['ID']['input'];
  /** Where: an institution or unit on the same map. */
  office: Scalars['ID']['input'];
  /** From when. */
  since?: InputMaybe<Scalars['NaiveDate']['input']>;
  /** As what; one language is enough. */
  title: TextInput;
  /** Until when; left out while they are in it. */
  until?: InputMaybe<Scalars['NaiveDate']['input']>;
};

/** The count of a decision's ballots, as they stand. */
export type Tally = {
  __typename?: 'Tally';
  /** Abstaining. */
  abstaining: Scalars['Int']['output'];
  /** Against. */
  against: Scalars['Int']['output'];
  /** Standing aside. */
  aside: Scalars['Int']['output'];
  /** How many have. */
  cast: Scalars['Int']['output'];
  /** How many organisations may vote. */
  electorate: Scalars['Int']['output'];
  /** In favour. */
  inFavour: Scalars['Int']['output'];
  /** How many are needed for a quorum. */
  needed: Scalars['Int']['output'];
  /** Objecting with reasons. */
  objecting: Scalars['Int']['output'];
  /** Enough have voted. */
  quorate: Scalars['Boolean']['output'];
};

/** How near a target is to the decision. */
export type TargetKind =
  /** It can do what is asked. */
  | 'PRIMARY'
  /** It moves those who can. */
  | 'SECONDARY';

/** Which list. */
export type Taxonomy =
  /** Groups a participant or stakeholder speaks for. */
  | 'CONSTITUENCY'
  /** Kinds of evidence. */
  | 'DOCUMENT_TYPE'
  /** Kinds of organisation. */
  | 'ORGANISATION_TYPE'
  /** Laws, decrees, plans. */
  | 'POLICY_INSTRUMENT'
  /** Ways to campaign. */
  | 'TACTIC'
  /** What work is about. */
  | 'THEME';

/** An entry of an editable list. Codes are stable; entries are merged, never deleted. */
export type Term = Node & {
  __typename?: 'Term';
  /** It is offered for new choices. */
  active: Scalars['Boolean']['output'];
  /** Its stable code. */
  code: Scalars['String']['output'];
  /** The IATI `OrganisationType` code, for organisation types. */
  iatiCode?: Maybe<Scalars['String']['output']>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Its label. */
  label: Text;
  /** The entry that took its place. */
  mergedInto?: Maybe<Scalars['ID']['output']>;
  /** A native speaker has confirmed the Khmer label. */
  reviewedKm: Scalars['Boolean']['output'];
  /** Its list. */
  taxonomy: Taxonomy;
  /** Counts its changes; pass it back when changing it. */
  version: Scalars['Int']['output'];
  /** What you may do with it. */
  viewerCan: TermViewerCan;
};

/** What came of a change to a list. */
export type TermPayload = {
  __typename?: 'TermPayload';
  /** How it ended. */
  status: Status;
  /** The entry as it is now; after a merge, the one that stays. */
  term?: Maybe<Term>;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What you may do with an entry. */
export type TermViewerCan = {
  __typename?: 'TermViewerCan';
  /** Change it or merge it. */
  edit: Scalars['Boolean']['output'];
};

/** Text that may exist in English, in Khmer, or in both. */
export type Text = {
  __typename?: 'Text';
  /** English; empty when there is none. */
  en: Scalars['String']['output'];
  /** Khmer; empty when there is none. */
  km: Scalars['String']['output'];
};

/** What changed in the text of one language. */
export type TextChange = {
  __typename?: 'TextChange';
  /** In which language. */
  language: Language;
  /** The text in pieces, in order. */
  pieces: Array<ChangedPiece>;
};

/** Text in English, in Khmer, or in both. */
export type TextInput = {
  /** English. */
  en?: Scalars['String']['input'];
  /** Khmer. */
  km?: Scalars['String']['input'];
};

/** A kind of text that organisations sign. */
export type TextKind =
  /** A text in the names of its signatories. */
  | 'JOINT_STATEMENT'
  /** A letter for all to read. */
  | 'OPEN_LETTER'
  /** The network's own reasoned stance. */
  | 'POSITION_PAPER'
  /** Comments handed to an authority. */
  | 'SUBMISSION';

/** A part of a text. */
export type TextPiece = {
  __typename?: 'TextPiece';
  /** They are what was asked for. */
  marked: Scalars['Boolean']['output'];
  /** The words. */
  text: Scalars['String']['output'];
};

/** Whether a file's words can be searched. */
export type TextState =
  /** There are none, or only in pictures: it is found by what is written about it. */
  | 'NO_TEXT'
  /** They can. */
  | 'READ'
  /** The file cannot be read. */
  | 'UNREADABLE'
  /** Being read. */
  | 'WAITING';

/** Where the golden thread is broken. */
export type ThreadGap =
  /** The ask was accepted, and nothing is written down of what came of it. */
  | 'CAME_TO_NOTHING'
  /** The paper cites nothing. */
  | 'CITES_NOTHING'
  /** No ask and no objective leads to this outcome. */
  | 'FROM_NOTHING'
  /** Nobody has been in touch with them. */
  | 'NEVER_MET'
  /** Nobody has been asked for this objective. */
  | 'NOT_ASKED'
  /** No value has been entered. */
  | 'NOT_MEASURED'
  /** The ask rests on no paper and no document. */
  | 'RESTS_ON_NOTHING'
  /** The ask serves no objective. */
  | 'SERVES_NOTHING'
  /** The document was taken back. */
  | 'TAKEN_BACK'
  /** Nobody has answered the ask. */
  | 'UNANSWERED'
  /** Nothing in the library says that it is so. */
  | 'UNPROVEN';

/** What hangs on the golden thread. */
export type ThreadKind =
  /** A document of the library. */
  | 'DOCUMENT'
  /** An objective, an ask, or an indicator. */
  | 'ITEM'
  /** What has changed. */
  | 'OUTCOME'
  /** A paper. */
  | 'PAPER'
  /** Somebody on the map of stakeholders, for those who may know it. */
  | 'STAKEHOLDER';

/** What leads to what, towards what came of it. */
export type ThreadLink = {
  __typename?: 'ThreadLink';
  /** From what. */
  from: Scalars['ID']['output'];
  /** To what. */
  to: Scalars['ID']['output'];
};

/** One thing on the golden thread. */
export type ThreadNode = {
  __typename?: 'ThreadNode';
  /** Where the thread is broken at it. */
  gaps: Array<ThreadGap>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What of a plan it is, if it is of one. */
  itemKind?: Maybe<PlanItemKind>;
  /** What it is. */
  kind: ThreadKind;
  /** What it is called. */
  title: Text;
};

/** How an organisation belongs to a network. */
export type Tier =
  /** Voice only. */
  | 'ASSOCIATE'
  /** Voice and vote. */
  | 'FULL'
  /** Listens in. */
  | 'OBSERVER'
  /** Works alongside. */
  | 'PARTNER';

/** Where the text in the other language stands. */
export type TranslationState =
  /** Being written. */
  | 'IN_PROGRESS'
  /** There is none. */
  | 'MISSING'
  /** The source has changed since. */
  | 'OUTDATED'
  /** Written, and read against the source by a second person. */
  | 'REVIEWED'
  /** Written. */
  | 'TRANSLATED';

/** A claim that somebody has marked as lacking its evidence. */
export type UnsourcedClaim = {
  __typename?: 'UnsourcedClaim';
  /** In which language. */
  language: Language;
  /** In which section. */
  section: Scalars['String']['output'];
  /** Its words. */
  words: Scalars['String']['output'];
};

/** A file on its way in. */
export type Upload = {
  __typename?: 'Upload';
  /** How long it is to be, in bytes. */
  bytes: Scalars['Int']['output'];
  /** It has arrived whole and is sound. */
  complete: Scalars['Boolean']['output'];
  /** Its id. Send its bytes by `PUT /files/{id}/part?offset=…`, at most 1,000,000 bytes at once, in order. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** How much has arrived; go on there. */
  received: Scalars['Int']['output'];
};

/** What came of beginning an upload. */
export type UploadPayload = {
  __typename?: 'UploadPayload';
  /** How it ended. */
  status: Status;
  /** The upload. */
  upload?: Maybe<Upload>;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** What a file turned out to be. */
export type Verified = {
  __typename?: 'Verified';
  /** What it is called where it was published. */
  name: Scalars['String']['output'];
  /** The publication: what was signed, by how many. */
  publication: Publication;
  /** The title of its paper. */
  title: Text;
};

/** The signed-in person. */
export type Viewer = {
  __typename?: 'Viewer';
  /** One's access tokens that still work, newest first. */
  accessTokens: Array<AccessToken>;
  /** For whom one acts now; null for people without any role. */
  acting?: Maybe<Acting>;
  /** The applications for membership that one makes for organisations, the oldest first. */
  applications: Array<Membership>;
  /** Since when one has a private calendar address; null without one. */
  calendarFeedSince?: Maybe<Scalars['DateTime']['output']>;
  /** Where what happens stands now. Given as `$after` to a subscription, nothing is missed that happens after this was read. */
  cursor: Scalars['String']['output'];
  /** The address one signs in with; others see the one on the person's record. */
  email: Scalars['String']['output'];
  /** One can sign in with a password. */
  hasPassword: Scalars['Boolean']['output'];
  /** The providers through which one can sign in, oldest first. */
  linkedProviders: Array<LinkedProvider>;
  /** Runs this hub: reads the mail outbox. */
  operator: Scalars['Boolean']['output'];
  /** Who. */
  person?: Maybe<Person>;
  /** The roles held, one line each. */
  roles: Array<RoleGrant>;
  /** The browsers one is signed in with, last used first. */
  sessions: Array<Session>;
};

/** Why an input cannot be taken. */
export type Violation = {
  __typename?: 'Violation';
  /** Path of the input field, dotted; empty for the input as a whole. */
  field: Scalars['String']['output'];
  /** Stable key of the reason. */
  key: Scalars['String']['output'];
  /** The reason in both languages. */
  message: Text;
};

/** Who votes. */
export type Voters =
  /** The organisations of the steering committee. */
  | 'COMMITTEE'
  /** Full members in good standing. */
  | 'FULL_MEMBERS'
  /** The organisations that sit in a working group. */
  | 'GROUP';

/** A row of a table of work, as it was read. */
export type WorkLine = {
  __typename?: 'WorkLine';
  /** Where. */
  at?: Maybe<Place>;
  /** For whom it is: `public`, `influencer`, `decision_maker`; empty where it is not said. */
  audience: Scalars['String']['output'];
  /** What it seeks: `awareness`, `will`, `action`; empty where it is not said. */
  changeSought: Scalars['String']['output'];
  /** Its last day. */
  dueOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** What it is. */
  kind: CampaignWorkKind;
  /** Its number in the file; the heads are 1. */
  line: Scalars['Int']['output'];
  /** Which organisation does it. */
  organisation?: Maybe<Organisation>;
  /** Its first day. */
  startsOn?: Maybe<Scalars['NaiveDate']['output']>;
  /** Where it stands. */
  status: CampaignWorkStatus;
  /** By which tactic: a code; empty where none is named. */
  tactic: Scalars['String']['output'];
  /** What it is called. */
  title: Text;
  /** What is wrong with it. */
  violations: Array<Violation>;
};

/** A table of work, as it was read. */
export type WorkTable = {
  __typename?: 'WorkTable';
  /** Its rows: at most 2,000. */
  lines: Array<WorkLine>;
  /** It was taken. */
  taken: Scalars['Boolean']['output'];
  /** How many of them are wrong. */
  wrong: Scalars['Int']['output'];
};

/** What came of reading a table of work. */
export type WorkTablePayload = {
  __typename?: 'WorkTablePayload';
  /** How it ended. */
  status: Status;
  /** The table. */
  table?: Maybe<WorkTable>;
  /** Why not, where the input breaks a rule. */
  violations: Array<Violation>;
};

/** A sub-group of a network that works on a theme, meets and decides. */
export type WorkingGroup = Node & {
  __typename?: 'WorkingGroup';
  /** Its decisions that you may know, the newest first. */
  decisions: DecisionConnection;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** How one comes into it. */
  joining: GroupJoining;
  /** Its meetings that you may know: those to come by time, or those past, the latest first. */
  meetings: MeetingConnection;
  /** How its ballots make a result. */
  method: DecisionMethod;
  /** What it is called. */
  name: Text;
  /** In which network. */
  network?: Maybe<Network>;
  /** How many of a hundred of its organisations must vote. */
  quorumPct: Scalars['Int']['output'];
  /** How often it meets. */
  rhythm: Text;
  /** Its open seats, as far as you may know their organisations: convenors first, requests last. */
  seats: SeatConnection;
  /** Where it stands. */
  state: GroupState;
  /** Why it stands so; empty when nothing was said. */
  stateReason: Scalars['String']['output'];
  /** Its Terms of Reference. */
  terms: Text;
  /** What it works on. */
  themes: Array<Term>;
  /** Counts its changes. */
  version: Scalars['Int']['output'];
  /** What you may do with it. */
  viewerCan: GroupViewerCan;
  /** How long its questions stay open, in days. */
  windowDays: Scalars['Int']['output'];
  /** Your own seat, asked for, offered or taken; null without one. */
  yours?: Maybe<GroupSeat>;
};


/** A sub-group of a network that works on a theme, meets and decides. */
export type WorkingGroupDecisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A sub-group of a network that works on a theme, meets and decides. */
export type WorkingGroupMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  past?: Scalars['Boolean']['input'];
};


/** A sub-group of a network that works on a theme, meets and decides. */
export type WorkingGroupSeatsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of a list of working groups. */
export type WorkingGroupConnection = {
  __typename?: 'WorkingGroupConnection';
  /** The rows. */
  edges: Array<WorkingGroupEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** Rows in the whole list, as far as you may see. */
  totalCount: Scalars['Int']['output'];
};

/** One row of a list of working groups. */
export type WorkingGroupEdge = {
  __typename?: 'WorkingGroupEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The thing. */
  node: WorkingGroup;
};

/** What a working group is to be. */
export type WorkingGroupInput = {
  /** How one comes into it. */
  joining: GroupJoining;
  /** How its ballots make a result. */
  method: DecisionMethod;
  /** What it is called. */
  name: TextInput;
  /** How many of a hundred of its organisations must vote, 0 to 100. */
  quorumPct: Scalars['Int']['input'];
  /** How often it meets. */
  rhythm: TextInput;
  /** Its Terms of Reference. */
  terms: TextInput;
  /** Codes of its themes. */
  themes: Array<Scalars['String']['input']>;
  /** How long its questions stay open, 1 to 90 days. */
  windowDays: Scalars['Int']['input'];
};

/** What somebody says of themselves. */
export type YesNo =
  /** No. */
  | 'NO'
  /** Not known. */
  | 'UNKNOWN'
  /** Yes. */
  | 'YES';
