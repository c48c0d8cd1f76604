//! Every sentence the server itself says to people, in both languages.
//!
//! To add one: a variant, its key, its two texts. The compiler asks for the
//! rest. Khmer that no native speaker has confirmed carries `unreviewed`.

/// A sentence in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessageText {
    /// Stable key, for clients that word it themselves.
    pub key: &'static str,
    /// English.
    pub en: &'static str,
    /// Khmer.
    pub km: &'static str,
    /// A native speaker has confirmed the Khmer.
    pub reviewed: bool,
}

macro_rules! messages {
    ($($(#[$meta:meta])* $variant:ident $key:literal { en: $en:literal, km: $km:literal, unreviewed })+) => {
        /// A sentence for people.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Message { $($(#[$meta])* #[doc = $en] $variant,)+ }

        impl Message {
            /// Every sentence there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its key and texts.
            pub const fn text(self) -> MessageText {
                match self { $(Self::$variant => MessageText { key: $key, en: $en, km: $km, reviewed: false },)+ }
            }

            /// The sentence in one language.
            pub const fn told(self, language: crate::Language) -> &'static str {
                match language {
                    crate::Language::En => self.text().en,
                    crate::Language::Km => self.text().km,
                }
            }
        }
    };
}

messages! {
    Required "required" { en: "Fill this in.", km: "សូមបំពេញ។", unreviewed }
    NameRequired "name_required" { en: "Give a name in English or Khmer.", km: "សូមផ្តល់ឈ្មោះជាភាសាអង់គ្លេស ឬភាសាខ្មែរ។", unreviewed }
    TooLong "too_long" { en: "This is too long.", km: "អត្ថបទនេះវែងពេក។", unreviewed }
    UnsafeText "unsafe_text" { en: "Remove the invisible control characters.", km: "សូមលុបតួអក្សរបញ្ជាដែលមើលមិនឃើញ។", unreviewed }
    NotAnEmail "not_an_email" { en: "This is no e-mail address.", km: "នេះមិនមែនជាអាសយដ្ឋានអ៊ីមែលទេ។", unreviewed }
    NotALink "not_a_link" { en: "A web address starts with https://.", km: "អាសយដ្ឋានគេហទំព័រចាប់ផ្តើមដោយ https://។", unreviewed }
    NotAPhone "not_a_phone" { en: "This is no telephone number.", km: "នេះមិនមែនជាលេខទូរស័ព្ទទេ។", unreviewed }
    YearOutOfRange "year_out_of_range" { en: "This year cannot be right.", km: "ឆ្នាំនេះមិនត្រឹមត្រូវទេ។", unreviewed }
    PlaceUnknown "place_unknown" { en: "No such place in the gazetteer.", km: "រកមិនឃើញទីកន្លែងនេះក្នុងបញ្ជីភូមិសាស្ត្រទេ។", unreviewed }
    TermUnknown "term_unknown" { en: "This is not on the list.", km: "ពាក្យនេះមិនមានក្នុងបញ្ជីទេ។", unreviewed }
    TermMerged "term_merged" { en: "This entry has been merged into another.", km: "ធាតុនេះត្រូវបានបញ្ចូលទៅក្នុងធាតុផ្សេងហើយ។", unreviewed }
    TermCode "term_code" { en: "A code is 2 to 40 small letters, digits or _.", km: "លេខកូដមានអក្សរឡាតាំងតូច លេខ ឬ _ ចំនួន ២ ដល់ ៤០។", unreviewed }
    TermCodeTaken "term_code_taken" { en: "This code is taken.", km: "លេខកូដនេះមានគេប្រើហើយ។", unreviewed }
    TermSelf "term_self" { en: "An entry cannot be merged into itself or into a merged one.", km: "មិនអាចបញ្ចូលធាតុទៅក្នុងខ្លួនវា ឬធាតុដែលបានបញ្ចូលរួចទេ។", unreviewed }
    PageSize "page_size" { en: "A page holds 1 to 100 rows.", km: "ទំព័រមួយមាន ១ ដល់ ១០០ ជួរ។", unreviewed }
    CursorUnknown "cursor_unknown" { en: "This position is not known; start again from the beginning.", km: "មិនស្គាល់ទីតាំងនេះទេ សូមចាប់ផ្តើមពីដើម។", unreviewed }
    IdUnknown "id_unknown" { en: "This identifier cannot be read.", km: "មិនអាចអានអត្តសញ្ញាណនេះបានទេ។", unreviewed }
    HostRequired "host_required" { en: "A hidden group needs a host organisation through which it is contacted.", km: "ក្រុមដែលលាក់ត្រូវមានអង្គការទទួលបន្ទុកសម្រាប់ទំនាក់ទំនង។", unreviewed }
    HiddenNoStreet "hidden_no_contact" { en: "A hidden group is contacted through its host: leave its own contacts empty.", km: "ក្រុមដែលលាក់ត្រូវទាក់ទងតាមអង្គការទទួលបន្ទុក៖ សូមទុកទំនាក់ទំនងផ្ទាល់ឱ្យទទេ។", unreviewed }
    NotAPicture "not_a_picture" { en: "Send a picture: PNG, JPEG or WebP.", km: "សូមផ្ញើរូបភាព៖ PNG, JPEG ឬ WebP។", unreviewed }
    PictureTooLarge "picture_too_large" { en: "This picture is too large: at most 1 MB and 8,000 pixels on a side.", km: "រូបភាពនេះធំពេក៖ យ៉ាងច្រើន ១ MB និង ៨០០០ ភីកសែលក្នុងមួយជ្រុង។", unreviewed }
    OutOfRange "out_of_range" { en: "This number is out of range.", km: "លេខនេះនៅក្រៅដែនកំណត់។", unreviewed }
    ClosesInPast "closes_in_past" { en: "Choose a closing time in the future, within a year.", km: "សូមជ្រើសរើសពេលបិទនៅថ្ងៃមុខ ក្នុងរយៈពេលមួយឆ្នាំ។", unreviewed }
    NoVoters "no_voters" { en: "Nobody could vote on this: check who sits on the committee and who is a full member.", km: "គ្មានអ្នកណាអាចបោះឆ្នោតបានទេ៖ សូមពិនិត្យមើលសមាជិកគណៈកម្មាធិការ និងសមាជិកពេញសិទ្ធិ។", unreviewed }
    NotAVoter "not_a_voter" { en: "This organisation has no vote in this decision.", km: "អង្គការនេះគ្មានសិទ្ធិបោះឆ្នោតក្នុងសេចក្តីសម្រេចនេះទេ។", unreviewed }
    NoVoteNow "no_vote_now" { en: "This organisation cannot vote at present: its membership has lapsed or is suspended.", km: "បច្ចុប្បន្នអង្គការនេះមិនអាចបោះឆ្នោតបានទេ៖ សមាជិកភាពផុតសុពលភាព ឬត្រូវបានព្យួរ។", unreviewed }
    ObjectionNeedsReason "objection_needs_reason" { en: "Give the reason for the objection: others need it to mend the proposal.", km: "សូមផ្តល់ហេតុផលនៃការជំទាស់៖ អ្នកដទៃត្រូវការវាដើម្បីកែលម្អសំណើ។", unreviewed }
    DecisionClosed "decision_closed" { en: "This decision is closed. No ballot is taken any more.", km: "សេចក្តីសម្រេចនេះបានបិទហើយ។ មិនទទួលសន្លឹកឆ្នោតទៀតទេ។", unreviewed }
    StillVoting "still_voting" { en: "Not everyone has voted yet: it closes by itself at its time.", km: "មិនទាន់បោះឆ្នោតគ្រប់គ្នាទេ៖ វានឹងបិទដោយខ្លួនឯងតាមពេលកំណត់។", unreviewed }
    ReasonNeeded "reason_needed" { en: "Give the reason.", km: "សូមផ្តល់ហេតុផល។", unreviewed }
    TooManyDrafts "too_many_drafts" { en: "You have several applications in draft: finish one first.", km: "អ្នកមានពាក្យសុំច្រើនកំពុងព្រាង៖ សូមបញ្ចប់មួយជាមុនសិន។", unreviewed }
    TwoReferees "two_referees" { en: "Name two member organisations who know you.", km: "សូមដាក់ឈ្មោះអង្គការសមាជិកពីរដែលស្គាល់អ្នក។", unreviewed }
    RefereeUnfit "referee_unfit" { en: "A referee is a full or associate member of this network, and named once.", km: "អ្នកធានាត្រូវជាសមាជិកពេញសិទ្ធិ ឬសមាជិករងរបស់បណ្តាញនេះ ហើយដាក់ឈ្មោះតែម្តង។", unreviewed }
    SignatoryNeeded "signatory_needed" { en: "Name the person who may sign for your organisation.", km: "សូមដាក់ឈ្មោះអ្នកដែលអាចចុះហត្ថលេខាជំនួសអង្គការរបស់អ្នក។", unreviewed }
    RefereesAwaited "referees_awaited" { en: "A referee has not answered: wait, or go on without with a reason.", km: "អ្នកធានាម្នាក់មិនទាន់ឆ្លើយទេ៖ សូមរង់ចាំ ឬបន្តដោយផ្តល់ហេតុផល។", unreviewed }
    ChecklistOpen "checklist_open" { en: "Not every item of the checklist is in order yet.", km: "បញ្ជីត្រួតពិនិត្យមិនទាន់គ្រប់ចំណុចទេ។", unreviewed }
    WithCommittee "with_committee" { en: "The committee is deciding on this. Withdraw the decision first.", km: "គណៈកម្មាធិការកំពុងសម្រេចលើរឿងនេះ។ សូមដកសេចក្តីសម្រេចជាមុនសិន។", unreviewed }
    OnlySignatory "only_signatory" { en: "Only the organisation's authorised signatory may do this.", km: "មានតែអ្នកមានសិទ្ធិចុះហត្ថលេខារបស់អង្គការទេដែលអាចធ្វើបាន។", unreviewed }
    OnlyChairs "only_chairs" { en: "Only the coordinator or the chair of the committee may do this.", km: "មានតែអ្នកសម្របសម្រួល ឬប្រធានគណៈកម្មាធិការទេដែលអាចធ្វើបាន។", unreviewed }
    OnlyChair "only_chair" { en: "Only the chair of the committee may do this.", km: "មានតែប្រធានគណៈកម្មាធិការទេដែលអាចធ្វើបាន។", unreviewed }
    OnlyCommittee "only_committee" { en: "Only the steering committee votes on this.", km: "មានតែគណៈកម្មាធិការដឹកនាំទេដែលបោះឆ្នោតលើរឿងនេះ។", unreviewed }
    OnlyRepresentatives "only_representatives" { en: "Only the organisation's representative or alternate casts its ballot.", km: "មានតែតំណាង ឬអ្នកជំនួសរបស់អង្គការទេដែលបោះឆ្នោត។", unreviewed }
    MandatePeriod "mandate_period" { en: "Give a last day that is not past, and not many years ahead.", km: "សូមដាក់ថ្ងៃចុងក្រោយដែលមិនទាន់កន្លងផុត និងមិនឆ្ងាយពេក។", unreviewed }
    DateAhead "date_ahead" { en: "This day is still to come.", km: "ថ្ងៃនេះមិនទាន់មកដល់ទេ។", unreviewed }
    BasisNeeded "basis_needed" { en: "Say whose decision gives this mandate, and of what day.", km: "សូមបញ្ជាក់ថាអាណត្តិនេះផ្តល់ដោយសេចក្តីសម្រេចរបស់អ្នកណា និងនៅថ្ងៃណា។", unreviewed }
    DayOfYear "day_of_year" { en: "Give a month and a day from 1 to 28.", km: "សូមដាក់ខែ និងថ្ងៃពី ១ ដល់ ២៨។", unreviewed }
    NotATable "not_a_table" { en: "This is no table: save it as CSV (UTF-8) with headers in the first line.", km: "នេះមិនមែនជាតារាងទេ៖ សូមរក្សាទុកជា CSV (UTF-8) ដោយមានក្បាលតារាងនៅជួរទីមួយ។", unreviewed }
    TableTooLarge "table_too_large" { en: "This table is too large: at most 2,000 rows and 60 columns.", km: "តារាងនេះធំពេក៖ យ៉ាងច្រើន ២.០០០ ជួរ និង ៦០ ជួរឈរ។", unreviewed }
    TooManyImports "too_many_imports" { en: "There are ten tables waiting already: import or throw away one first.", km: "មានតារាងដប់កំពុងរង់ចាំហើយ៖ សូមនាំចូល ឬលុបចោលមួយជាមុនសិន។", unreviewed }
    ColumnTwice "column_twice" { en: "Two columns cannot hold the same.", km: "ជួរឈរពីរមិនអាចមានខ្លឹមសារដូចគ្នាទេ។", unreviewed }
    TwiceInTable "twice_in_table" { en: "This organisation is in the table twice.", km: "អង្គការនេះមានក្នុងតារាងពីរដង។", unreviewed }
    SayWhoItIs "say_who_it_is" { en: "This looks like an organisation that is there already: say what it is.", km: "នេះហាក់ដូចជាអង្គការដែលមានរួចហើយ៖ សូមបញ្ជាក់។", unreviewed }
    OnlyConvenors "only_convenors" { en: "Only the group's convenors or the coordinator may do this.", km: "មានតែអ្នកដឹកនាំក្រុម ឬអ្នកសម្របសម្រួលទេដែលអាចធ្វើបាន។", unreviewed }
    OnlyGroup "only_group" { en: "Only people of this working group may do this.", km: "មានតែអ្នកក្នុងក្រុមការងារនេះទេដែលអាចធ្វើបាន។", unreviewed }
    OnlyOwnRepresentatives "only_own_representatives" { en: "Only the organisation's representative or alternate may do this.", km: "មានតែតំណាង ឬអ្នកជំនួសរបស់អង្គការទេដែលអាចធ្វើបាន។", unreviewed }
    NotTheirPerson "not_their_person" { en: "This person does not work with that organisation at present.", km: "បច្ចុប្បន្នបុគ្គលនេះមិនធ្វើការជាមួយអង្គការនោះទេ។", unreviewed }
    NoMemberHere "no_member_here" { en: "Only members in good standing send people into working groups.", km: "មានតែសមាជិកដែលមានឋានៈពេញលេញទេដែលអាចបញ្ជូនមនុស្សទៅក្រុមការងារ។", unreviewed }
    SeatTwice "seat_twice" { en: "This person has a seat or an open request in this group already.", km: "បុគ្គលនេះមានកន្លែង ឬសំណើរួចហើយក្នុងក្រុមនេះ។", unreviewed }
    ByInvitation "by_invitation" { en: "This group seats people by invitation only.", km: "ក្រុមនេះទទួលមនុស្សតាមការអញ្ជើញប៉ុណ្ណោះ។", unreviewed }
    GroupResting "group_resting" { en: "This group is not at work: it is proposed, resting or dissolved.", km: "ក្រុមនេះមិនកំពុងធ្វើការទេ៖ ទើបស្នើ កំពុងផ្អាក ឬបានរំលាយ។", unreviewed }
    LastConvenor "last_convenor" { en: "A group keeps a convenor: name another first.", km: "ក្រុមត្រូវមានអ្នកដឹកនាំ៖ សូមដាក់អ្នកផ្សេងជាមុនសិន។", unreviewed }
    TermsNeeded "terms_needed" { en: "Write the terms of reference first.", km: "សូមសរសេរលក្ខខណ្ឌការងារជាមុនសិន។", unreviewed }
    EndsBeforeStart "ends_before_start" { en: "It ends after it starts, within two weeks.", km: "ពេលបញ្ចប់ត្រូវក្រោយពេលចាប់ផ្តើម ក្នុងរយៈពេលពីរសប្តាហ៍។", unreviewed }
    MinutesApproved "minutes_approved" { en: "These minutes are approved and do not change any more.", km: "កំណត់ហេតុនេះត្រូវបានអនុម័តហើយ និងមិនផ្លាស់ប្តូរទៀតទេ។", unreviewed }
    MinutesEmpty "minutes_empty" { en: "There are no minutes to approve yet.", km: "មិនទាន់មានកំណត់ហេតុសម្រាប់អនុម័តទេ។", unreviewed }
    MeetingAhead "meeting_ahead" { en: "The meeting has not begun yet.", km: "កិច្ចប្រជុំមិនទាន់ចាប់ផ្តើមទេ។", unreviewed }
    ConvenorBySeat "convenor_by_seat" { en: "Convenors are named in their working group.", km: "អ្នកដឹកនាំក្រុមត្រូវដាក់ក្នុងក្រុមការងាររបស់គេ។", unreviewed }
    MembershipTwice "membership_twice" { en: "This organisation is in the network already.", km: "អង្គការនេះមាននៅក្នុងបណ្តាញរួចហើយ។", unreviewed }
    RoleNeedsOrganisation "role_needs_organisation" { en: "This role is held for a member organisation: choose one.", km: "តួនាទីនេះត្រូវកាន់សម្រាប់អង្គការសមាជិក៖ សូមជ្រើសរើសមួយ។", unreviewed }
    RoleTwice "role_twice" { en: "This person holds the role already.", km: "បុគ្គលនេះកាន់តួនាទីនេះរួចហើយ។", unreviewed }
    LastCoordinator "last_coordinator" { en: "A network keeps at least one coordinator: appoint another first.", km: "បណ្តាញត្រូវមានអ្នកសម្របសម្រួលយ៉ាងតិចម្នាក់៖ សូមតែងតាំងម្នាក់ទៀតជាមុន។", unreviewed }
    EmailTaken "email_taken" { en: "Somebody already signs in with this address.", km: "មានអ្នកប្រើអាសយដ្ឋាននេះសម្រាប់ចូលរួចហើយ។", unreviewed }
    PasswordShort "password_short" { en: "A password has at least 10 characters.", km: "ពាក្យសម្ងាត់ត្រូវមានយ៉ាងតិច ១០ តួអក្សរ។", unreviewed }
    PasswordCommon "password_common" { en: "This password is one of the first that are tried. Choose another.", km: "ពាក្យសម្ងាត់នេះងាយទាយពេក សូមជ្រើសរើសផ្សេង។", unreviewed }
    PasswordWrong "password_wrong" { en: "The address or the password is not right.", km: "អាសយដ្ឋាន ឬពាក្យសម្ងាត់មិនត្រឹមត្រូវទេ។", unreviewed }
    LinkUsedOrExpired "link_used_or_expired" { en: "This link has been used or has expired. Ask for a new one.", km: "តំណនេះត្រូវបានប្រើ ឬផុតកំណត់ហើយ។ សូមស្នើតំណថ្មី។", unreviewed }
    TokenScopes "token_scopes" { en: "Choose what the token may do: read, or read and write.", km: "សូមជ្រើសរើសអ្វីដែលថូខឹនអាចធ្វើ៖ អាន ឬអាន និងសរសេរ។", unreviewed }
    TokenLifetime "token_lifetime" { en: "A token lives 1 to 365 days.", km: "ថូខឹនមានសុពលភាព ១ ដល់ ៣៦៥ ថ្ងៃ។", unreviewed }
    ActingUnknown "acting_unknown" { en: "You hold no role for this organisation in this network.", km: "អ្នកមិនមានតួនាទីសម្រាប់អង្គការនេះក្នុងបណ្តាញនេះទេ។", unreviewed }
    AlreadySetUp "already_set_up" { en: "This hub is set up already. Sign in.", km: "មជ្ឈមណ្ឌលនេះបានរៀបចំរួចហើយ។ សូមចូល។", unreviewed }
    OnlyDemo "only_demo" { en: "Sign-in without a password exists on a demo hub only.", km: "ការចូលដោយគ្មានពាក្យសម្ងាត់មានតែលើមជ្ឈមណ្ឌលសាកល្បងប៉ុណ្ណោះ។", unreviewed }
    NotYours "not_yours" { en: "Only the organisation's own people may do this.", km: "មានតែមនុស្សរបស់អង្គការផ្ទាល់ទេដែលអាចធ្វើបាន។", unreviewed }
    OnlySecretariat "only_secretariat" { en: "Only the network's coordinator may do this.", km: "មានតែអ្នកសម្របសម្រួលបណ្តាញទេដែលអាចធ្វើបាន។", unreviewed }
    OnlyKnowledgeManager "only_knowledge_manager" { en: "Only a knowledge manager or coordinator may change the lists.", km: "មានតែអ្នកគ្រប់គ្រងចំណេះដឹង ឬអ្នកសម្របសម្រួលទេដែលអាចកែបញ្ជី។", unreviewed }
    OnlyOperator "only_operator" { en: "Only the person who runs this hub may do this.", km: "មានតែអ្នកគ្រប់គ្រងប្រព័ន្ធទេដែលអាចធ្វើបាន។", unreviewed }
    ReadOnlyToken "read_only_token" { en: "This access token may only read.", km: "ថូខឹននេះអាចអានប៉ុណ្ណោះ។", unreviewed }
    HasAccount "has_account" { en: "This person has an account already.", km: "បុគ្គលនេះមានគណនីរួចហើយ។", unreviewed }
    EmailSame "email_same" { en: "This is your address already.", km: "នេះជាអាសយដ្ឋានបច្ចុប្បន្នរបស់អ្នករួចហើយ។", unreviewed }
    ProviderDown "provider_down" { en: "The sign-in provider does not answer as it should. Try again, or sign in with your password.", km: "អ្នកផ្តល់ការចូលមិនឆ្លើយតបត្រឹមត្រូវទេ។ សូមព្យាយាមម្តងទៀត ឬចូលដោយពាក្យសម្ងាត់។", unreviewed }
    ProviderRefused "provider_refused" { en: "The sign-in provider did not let you in. Nothing was changed.", km: "អ្នកផ្តល់ការចូលមិនបានអនុញ្ញាតទេ។ គ្មានអ្វីត្រូវបានផ្លាស់ប្តូរទេ។", unreviewed }
    ProviderStale "provider_stale" { en: "This sign-in took too long or began in another browser. Begin again.", km: "ការចូលនេះយូរពេក ឬបានចាប់ផ្តើមក្នុងកម្មវិធីរុករកផ្សេង។ សូមចាប់ផ្តើមម្តងទៀត។", unreviewed }
    LastWayIn "last_way_in" { en: "This is your only way in. Choose a password first.", km: "នេះជាវិធីចូលតែមួយគត់របស់អ្នក។ សូមជ្រើសរើសពាក្យសម្ងាត់ជាមុនសិន។", unreviewed }
    ProviderUnknown "provider_unknown" { en: "This sign-in provider is not set up here.", km: "មិនបានកំណត់អ្នកផ្តល់ការចូលនេះទេ។", unreviewed }
    ProviderNotLinked "provider_not_linked" { en: "This account is not linked to anybody here. Sign in with your password and link it under Settings.", km: "គណនីនេះមិនទាន់ភ្ជាប់ជាមួយអ្នកណាទេ។ សូមចូលដោយពាក្យសម្ងាត់ រួចភ្ជាប់ក្នុងការកំណត់។", unreviewed }
    ProviderLinkedElsewhere "provider_linked_elsewhere" { en: "This account is linked to somebody else.", km: "គណនីនេះបានភ្ជាប់ជាមួយអ្នកផ្សេងហើយ។", unreviewed }
    OnlyContributors "only_contributors" { en: "Only people of member organisations and the secretariat add to the library.", km: "មានតែមនុស្សរបស់អង្គការសមាជិក និងលេខាធិការដ្ឋានទេដែលអាចបន្ថែមទៅបណ្ណាល័យ។", unreviewed }
    OnlyCurators "only_curators" { en: "Only the knowledge manager may do this.", km: "មានតែអ្នកគ្រប់គ្រងចំណេះដឹងទេដែលអាចធ្វើដូច្នេះបាន។", unreviewed }
    OnlyFocalPoint "only_focal_point" { en: "Only the security focal point may lower the sensitivity.", km: "មានតែអ្នកទទួលបន្ទុកសុវត្ថិភាពទេដែលអាចបន្ថយកម្រិតសម្ងាត់។", unreviewed }
    FileEmpty "file_empty" { en: "This file is empty.", km: "ឯកសារនេះទទេ។", unreviewed }
    FileTooLarge "file_too_large" { en: "This file is too large: at most 100 MB.", km: "ឯកសារនេះធំពេក៖ យ៉ាងច្រើន ១០០ MB។", unreviewed }
    FileKindUnknown "file_kind_unknown" { en: "Files of this kind are not taken. Send a PDF, an office document, a picture, a text, a table, a web page, an e-mail, audio or video.", km: "មិនទទួលឯកសារប្រភេទនេះទេ។ សូមផ្ញើ PDF ឯកសារការិយាល័យ រូបភាព អត្ថបទ តារាង ទំព័រវែប អ៊ីមែល សំឡេង ឬវីដេអូ។", unreviewed }
    FileBroken "file_broken" { en: "This file is damaged or not whole. Try to open it, save it anew and send it again.", km: "ឯកសារនេះខូច ឬមិនពេញលេញ។ សូមសាកបើក រក្សាទុកជាថ្មី ហើយផ្ញើម្តងទៀត។", unreviewed }
    FileLocked "file_locked" { en: "This file is locked with a password. Remove the password and send it again.", km: "ឯកសារនេះជាប់ពាក្យសម្ងាត់។ សូមដោះពាក្យសម្ងាត់ ហើយផ្ញើម្តងទៀត។", unreviewed }
    FileSwells "file_swells" { en: "This file would grow too large when unpacked.", km: "ឯកសារនេះនឹងធំពេកនៅពេលពន្លា។", unreviewed }
    FileName "file_name" { en: "Give the file a name of 1 to 200 letters.", km: "សូមដាក់ឈ្មោះឯកសារពី ១ ដល់ ២០០ តួ។", unreviewed }
    UploadsWaiting "uploads_waiting" { en: "Too many of your files are on their way. Finish or remove some first.", km: "ឯកសាររបស់អ្នកកំពុងផ្ញើច្រើនពេក។ សូមបញ្ចប់ ឬលុបខ្លះសិន។", unreviewed }
    UploadUnfinished "upload_unfinished" { en: "This file has not arrived whole yet.", km: "ឯកសារនេះមិនទាន់មកដល់ពេញលេញទេ។", unreviewed }
    UploadOffset "upload_offset" { en: "This part does not follow on what has arrived. Go on from there.", km: "ផ្នែកនេះមិនតភ្ជាប់នឹងអ្វីដែលបានមកដល់ទេ។ សូមបន្តពីទីនោះ។", unreviewed }
    StorageFull "storage_full" { en: "The hub has no room for this file at present. Nothing was kept; try again later.", km: "ប្រព័ន្ធគ្មានកន្លែងសម្រាប់ឯកសារនេះពេលនេះទេ។ មិនបានរក្សាទុកអ្វីឡើយ សូមសាកម្តងទៀតពេលក្រោយ។", unreviewed }
    RightsUnknown "rights_unknown" { en: "Say under which licence it may be passed on before it is made public.", km: "សូមបញ្ជាក់អាជ្ញាប័ណ្ណមុននឹងផ្សព្វផ្សាយជាសាធារណៈ។", unreviewed }
    ConsentRequired "consent_required" { en: "It holds personal data: without consent it can be restricted or confidential only.", km: "វាមានទិន្នន័យផ្ទាល់ខ្លួន៖ បើគ្មានការយល់ព្រម វាអាចត្រឹមតែដាក់កម្រិត ឬសម្ងាត់។", unreviewed }
    CatalogueFirst "catalogue_first" { en: "Say its type, themes, language and licence first.", km: "សូមបញ្ជាក់ប្រភេទ ប្រធានបទ ភាសា និងអាជ្ញាប័ណ្ណជាមុនសិន។", unreviewed }
    OnlyWriters "only_writers" { en: "Only people of member organisations and the secretariat begin papers.", km: "មានតែមនុស្សរបស់អង្គការសមាជិក និងលេខាធិការដ្ឋានទេដែលអាចចាប់ផ្តើមឯកសារ។", unreviewed }
    OnlyDrafters "only_drafters" { en: "Only those who draft this paper change its text. You can comment on it.", km: "មានតែអ្នកព្រាងឯកសារនេះទេដែលអាចកែអត្ថបទ។ អ្នកអាចផ្តល់មតិ។", unreviewed }
    OnlyLeadDrafters "only_lead_drafters" { en: "Only the lead drafters or the group's convenors may do this.", km: "មានតែអ្នកដឹកនាំការព្រាង ឬអ្នកដឹកនាំក្រុមទេដែលអាចធ្វើបាន។", unreviewed }
    OnlyMembersAmend "only_members_amend" { en: "Only members propose amendments. Observers comment.", km: "មានតែសមាជិកទេដែលអាចស្នើវិសោធនកម្ម។ អ្នកសង្កេតការណ៍ផ្តល់មតិ។", unreviewed }
    NotForComments "not_for_comments" { en: "This paper is not open to your comments.", km: "ឯកសារនេះមិនបើកសម្រាប់មតិរបស់អ្នកទេ។", unreviewed }
    PaperSettled "paper_settled" { en: "This text is settled and does not change any more.", km: "អត្ថបទនេះត្រូវបានបញ្ចប់ហើយ និងមិនផ្លាស់ប្តូរទៀតទេ។", unreviewed }
    LastLead "last_lead" { en: "A paper keeps a lead drafter: name another first.", km: "ឯកសារត្រូវមានអ្នកដឹកនាំការព្រាង៖ សូមដាក់អ្នកផ្សេងជាមុនសិន។", unreviewed }
    SummaryNeeded "summary_needed" { en: "Write the executive summary first.", km: "សូមសរសេរសេចក្តីសង្ខេបជាមុនសិន។", unreviewed }
    RecommendationsNeeded "recommendations_needed" { en: "Write the recommendations first.", km: "សូមសរសេរអនុសាសន៍ជាមុនសិន។", unreviewed }
    ConsultationShort "consultation_short" { en: "Give members at least five working days.", km: "សូមទុកពេលឱ្យសមាជិកយ៉ាងតិចប្រាំថ្ងៃធ្វើការ។", unreviewed }
    SoleDrafter "sole_drafter" { en: "Whoever drafted a paper alone cannot approve it alone: let another convenor or the coordinator do it.", km: "អ្នកដែលព្រាងឯកសារតែម្នាក់ឯងមិនអាចអនុម័តវាតែម្នាក់ឯងទេ៖ សូមឱ្យអ្នកដឹកនាំក្រុមម្នាក់ទៀត ឬអ្នកសម្របសម្រួលធ្វើ។", unreviewed }
    CommentsOpen "comments_open" { en: "There are comments that nobody has answered.", km: "មានមតិដែលមិនទាន់ឆ្លើយ។", unreviewed }
    SoftDeadline "soft_deadline" { en: "The day by which organisations are asked to answer lies before the deadline, and ahead.", km: "ថ្ងៃស្នើឱ្យឆ្លើយត្រូវនៅមុនថ្ងៃផុតកំណត់ ហើយនៅខាងមុខ។", unreviewed }
    SignOnClosed "sign_on_closed" { en: "This text is not open for signing any more.", km: "អត្ថបទនេះលែងបើកឱ្យចុះហត្ថលេខាហើយ។", unreviewed }
    ReservationNeeded "reservation_needed" { en: "Say with what the organisation does not agree.", km: "សូមបញ្ជាក់ចំណុចដែលអង្គការមិនយល់ស្រប។", unreviewed }
    SigningBasisNeeded "signing_basis_needed" { en: "Say by whose decision the organisation signs.", km: "សូមបញ្ជាក់ថាអង្គការចុះហត្ថលេខាតាមសេចក្តីសម្រេចរបស់អ្នកណា។", unreviewed }
    NoStandingMandate "no_standing_mandate" { en: "The organisation has no standing mandate for texts of this kind today.", km: "ថ្ងៃនេះអង្គការគ្មានអាណត្តិអចិន្ត្រៃយ៍សម្រាប់អត្ថបទប្រភេទនេះទេ។", unreviewed }
    MandateNotForThis "mandate_not_for_this" { en: "Your mandate as a signatory does not cover texts of this kind.", km: "អាណត្តិជាហត្ថលេខីរបស់អ្នកមិនគ្របដណ្តប់អត្ថបទប្រភេទនេះទេ។", unreviewed }
    EvidenceNeeded "evidence_needed" { en: "Choose the document of the library that proves it: the letter or the mail.", km: "សូមជ្រើសឯកសារក្នុងបណ្ណាល័យដែលជាភស្តុតាង៖ លិខិត ឬអ៊ីមែល។", unreviewed }
    ExtendedOnce "extended_once" { en: "The deadline was extended once already; it is not extended again.", km: "ថ្ងៃផុតកំណត់ត្រូវបានពន្យារម្តងហើយ មិនអាចពន្យារទៀតបានទេ។", unreviewed }
    TextNotForThem "text_not_for_them" { en: "Those who would be asked may not read this text. Send it back to review and let members know it first.", km: "អ្នកដែលត្រូវសួរមិនអាចអានអត្ថបទនេះទេ។ សូមបញ្ជូនទៅពិនិត្យវិញ ហើយអនុញ្ញាតឱ្យសមាជិកដឹងជាមុនសិន។", unreviewed }
    NobodySigned "nobody_signed" { en: "Nobody has signed this text.", km: "គ្មាននរណាបានចុះហត្ថលេខាលើអត្ថបទនេះទេ។", unreviewed }
    AskedAnew "asked_anew" { en: "The question is put anew.", km: "សំណួរនេះត្រូវបានដាក់ម្តងទៀត។", unreviewed }
    TextWentBack "text_went_back" { en: "The text went back to its drafters.", km: "អត្ថបទបានត្រឡប់ទៅអ្នកព្រាងវិញ។", unreviewed }
    MoreTime "more_time" { en: "Organisations were given more time instead.", km: "អង្គការទទួលបានពេលបន្ថែមជំនួសវិញ។", unreviewed }
    AdoptionProposal "adoption_proposal" { en: "This text becomes the network's position. The exact text has the hash", km: "អត្ថបទនេះក្លាយជាជំហររបស់បណ្តាញ។ អត្ថបទពិតប្រាកដមានហាស", unreviewed }
    LoweringProposal "lowering_proposal" { en: "{n} of {m} organisations had signed when the sign-on closed. The statement is published all the same.", km: "នៅពេលបិទ មានអង្គការ {n} ក្នុងចំណោម {m} បានចុះហត្ថលេខា។ សេចក្តីថ្លែងការណ៍ត្រូវផ្សព្វផ្សាយដដែល។", unreviewed }
    NoObjectionHere "no_objection_here" { en: "Here one signs, abstains or declines: an objection stops nothing.", km: "នៅទីនេះអាចចុះហត្ថលេខា អនុប្បវាទ ឬបដិសេធ៖ ការជំទាស់មិនបញ្ឈប់អ្វីទេ។", unreviewed }
    RemindedLately "reminded_lately" { en: "All of them were reminded less than a day ago.", km: "បានរំលឹកពួកគេទាំងអស់ហើយ មិនទាន់បានមួយថ្ងៃផង។", unreviewed }
    NothingChanged "nothing_changed" { en: "The text is the one that was signed.", km: "អត្ថបទនេះគឺជាអត្ថបទដែលបានចុះហត្ថលេខា។", unreviewed }
    InvitedAlready "invited_already" { en: "This address is invited already.", km: "អាសយដ្ឋាននេះត្រូវបានអញ្ជើញរួចហើយ។", unreviewed }
    DeliveredLater "delivered_later" { en: "Say on which day it was handed over: today or earlier.", km: "សូមបញ្ជាក់ថ្ងៃដែលបានប្រគល់៖ ថ្ងៃនេះ ឬមុន។", unreviewed }
    FollowUpEarlier "follow_up_earlier" { en: "What follows comes after the delivery.", km: "ការតាមដានត្រូវធ្វើក្រោយការប្រគល់។", unreviewed }
    SuccessorUnpublished "successor_unpublished" { en: "Only a text that everybody may read takes the place of this one.", km: "មានតែអត្ថបទដែលគ្រប់គ្នាអាចអានបានទេ ទើបអាចជំនួសអត្ថបទនេះបាន។", unreviewed }
    CardSignedOne "card_signed_one" { en: "Signed by 1 organisation", km: "ចុះហត្ថលេខាដោយអង្គការ ១", unreviewed }
    CardSignedMany "card_signed_many" { en: "Signed by {n} organisations", km: "ចុះហត្ថលេខាដោយអង្គការ {n}", unreviewed }
    FileForAddressee "file_for_addressee" { en: "For the addressee alone", km: "សម្រាប់តែអ្នកទទួល", unreviewed }
    FileInternal "file_internal" { en: "Not for publication", km: "មិនសម្រាប់ផ្សព្វផ្សាយ", unreviewed }
    FileAdopted "file_adopted" { en: "Adopted by {network} on {date}", km: "អនុម័តដោយ {network} នៅថ្ងៃ {date}", unreviewed }
    FileDissent "file_dissent" { en: "with this dissent:", km: "ដោយមានមតិជំទាស់នេះ៖", unreviewed }
    FileMember "file_member" { en: "A member organisation", km: "អង្គការសមាជិកមួយ", unreviewed }
    PublicRetracted "public_retracted" { en: "This text was taken back on {date}:", km: "អត្ថបទនេះត្រូវបានដកវិញនៅថ្ងៃ {date}៖", unreviewed }
    PublicSuperseded "public_superseded" { en: "Since {date} another text stands in the place of this one:", km: "ចាប់ពីថ្ងៃ {date} អត្ថបទមួយទៀតជំនួសអត្ថបទនេះ៖", unreviewed }
    TwoPersons "two_persons" { en: "Somebody else proposed this: another person confirms it.", km: "ត្រូវមានមនុស្សពីរនាក់៖ អ្នកស្នើមិនអាចបញ្ជាក់ខ្លួនឯងបានទេ។", unreviewed }
    FileSignatories "file_signatories" { en: "Signed by", km: "ចុះហត្ថលេខាដោយ", unreviewed }
    FileReservation "file_reservation" { en: "with this reservation:", km: "ដោយមានកំណត់ចំណាំ៖", unreviewed }
    FileWithheldOne "file_withheld_one" { en: "and 1 organisation whose name is withheld for its safety", km: "និងអង្គការ ១ ដែលមិនបញ្ចេញឈ្មោះ ដើម្បីសុវត្ថិភាព", unreviewed }
    FileWithheldMany "file_withheld_many" { en: "and {n} organisations whose names are withheld for their safety", km: "និងអង្គការ {n} ដែលមិនបញ្ចេញឈ្មោះ ដើម្បីសុវត្ថិភាព", unreviewed }
    PublicVerify "public_verify" { en: "To make sure that a copy is unchanged, compare its SHA-256 with these:", km: "ដើម្បីប្រាកដថាច្បាប់ចម្លងមិនត្រូវបានកែ សូមប្រៀបធៀប SHA-256 របស់វា៖", unreviewed }
    PublicSigned "public_signed" { en: "What was signed (hash of the text):", km: "អ្វីដែលបានចុះហត្ថលេខា (ហាសនៃអត្ថបទ)៖", unreviewed }
    PublicWithdrew "public_withdrew" { en: "withdrew its signature on", km: "បានដកហត្ថលេខានៅថ្ងៃ", unreviewed }
    ColumnOrganisation "column_organisation" { en: "organisation", km: "អង្គការ", unreviewed }
    ColumnAcronym "column_acronym" { en: "acronym", km: "អក្សរកាត់", unreviewed }
    ColumnTier "column_tier" { en: "tier", km: "កម្រិត", unreviewed }
    ColumnAnswer "column_answer" { en: "answer", km: "ចម្លើយ", unreviewed }
    ColumnReservation "column_reservation" { en: "reservation", km: "ការកត់សម្គាល់", unreviewed }
    ColumnSignatory "column_signatory" { en: "signatory", km: "អ្នកចុះហត្ថលេខា", unreviewed }
    ColumnMandate "column_mandate" { en: "mandate", km: "អាណត្តិ", unreviewed }
    ColumnNameToldTo "column_name_told_to" { en: "name told to", km: "ឈ្មោះប្រាប់ដល់", unreviewed }
    ColumnChannel "column_channel" { en: "channel", km: "មធ្យោបាយ", unreviewed }
    ColumnSignedAt "column_signed_at" { en: "signed at", km: "ពេលចុះហត្ថលេខា", unreviewed }
    ColumnThisText "column_this_text" { en: "this text", km: "អត្ថបទនេះ", unreviewed }
    ColumnLastReminder "column_last_reminder" { en: "last reminder", km: "ការរំលឹកចុងក្រោយ", unreviewed }
    Yes "yes" { en: "yes", km: "បាទ/ចាស", unreviewed }
    No "no" { en: "no", km: "ទេ", unreviewed }
    AnswerInInternalReview "answer_in_internal_review" { en: "asks its board", km: "សួរក្រុមប្រឹក្សា", unreviewed }
    AnswerEndorsed "answer_endorsed" { en: "signs", km: "ចុះហត្ថលេខា", unreviewed }
    AnswerEndorsedWithReservation "answer_endorsed_with_reservation" { en: "signs with a reservation", km: "ចុះហត្ថលេខាដោយមានកំណត់ចំណាំ", unreviewed }
    AnswerAbstained "answer_abstained" { en: "abstains", km: "អនុប្បវាទ", unreviewed }
    AnswerDeclined "answer_declined" { en: "declines", km: "បដិសេធ", unreviewed }
    AnswerObjected "answer_objected" { en: "objects", km: "ជំទាស់", unreviewed }
    AnswerWithdrawn "answer_withdrawn" { en: "withdrew", km: "បានដក", unreviewed }
    AnswerReconfirm "answer_reconfirm" { en: "is asked anew", km: "ត្រូវសួរម្តងទៀត", unreviewed }
    AnswerNone "answer_none" { en: "no response", km: "គ្មានចម្លើយ", unreviewed }
    ColumnNumber "column_number" { en: "number", km: "លេខ", unreviewed }
    ColumnSection "column_section" { en: "section", km: "ផ្នែក", unreviewed }
    ColumnLanguage "column_language" { en: "language", km: "ភាសា", unreviewed }
    ColumnPassage "column_passage" { en: "passage", km: "ពាក្យសំដៅ", unreviewed }
    ColumnAbout "column_about" { en: "about", km: "អំពី", unreviewed }
    ColumnComment "column_comment" { en: "comment", km: "មតិ", unreviewed }
    ColumnOperation "column_operation" { en: "operation", km: "ប្រតិបត្តិការ", unreviewed }
    ColumnOldText "column_old_text" { en: "old text", km: "អត្ថបទចាស់", unreviewed }
    ColumnNewText "column_new_text" { en: "new text", km: "អត្ថបទថ្មី", unreviewed }
    ColumnSupportedBy "column_supported_by" { en: "supported by", km: "អ្នកគាំទ្រ", unreviewed }
    ColumnDisposition "column_disposition" { en: "disposition", km: "លទ្ធផល", unreviewed }
    ColumnResponse "column_response" { en: "response", km: "ចម្លើយ", unreviewed }
    ColumnMadeAt "column_made_at" { en: "made at", km: "ពេលផ្តល់", unreviewed }
    ColumnAnsweredAt "column_answered_at" { en: "answered at", km: "ពេលឆ្លើយ", unreviewed }
    MethodConsent "method_consent" { en: "consent: adopted unless somebody objects with reasons", km: "ការយល់ព្រម៖ អនុម័ត លើកលែងតែមានអ្នកជំទាស់ដោយមានហេតុផល", unreviewed }
    MethodConsensus "method_consensus" { en: "consensus: all who take a position agree", km: "ឯកភាព៖ អ្នកបញ្ចេញជំហរទាំងអស់យល់ព្រម", unreviewed }
    MethodMajority "method_majority" { en: "simple majority", km: "សំឡេងភាគច្រើនធម្មតា", unreviewed }
    MethodTwoThirds "method_two_thirds" { en: "two thirds", km: "ពីរភាគបី", unreviewed }
    VotersFull "voters_full" { en: "full members", km: "សមាជិកពេញសិទ្ធិ", unreviewed }
    VotersCommittee "voters_committee" { en: "the steering committee", km: "គណៈកម្មាធិការដឹកនាំ", unreviewed }
    VotersGroup "voters_group" { en: "the organisations of the working group", km: "អង្គការក្នុងក្រុមការងារ", unreviewed }
    DecisionOpen "decision_open" { en: "open", km: "កំពុងបើក", unreviewed }
    DecisionAdopted "decision_adopted" { en: "adopted", km: "បានអនុម័ត", unreviewed }
    DecisionNotAdopted "decision_not_adopted" { en: "not adopted", km: "មិនបានអនុម័ត", unreviewed }
    DecisionInquorate "decision_inquorate" { en: "no quorum", km: "មិនគ្រប់កូរ៉ុម", unreviewed }
    DecisionWithdrawn "decision_withdrawn" { en: "withdrawn", km: "បានដក", unreviewed }
    StanceInFavour "stance_in_favour" { en: "in favour", km: "គាំទ្រ", unreviewed }
    StanceAgainst "stance_against" { en: "against", km: "ប្រឆាំង", unreviewed }
    StanceAbstain "stance_abstain" { en: "abstain", km: "អនុប្បវាទ", unreviewed }
    StanceAside "stance_aside" { en: "stand aside", km: "ដកខ្លួន", unreviewed }
    StanceObjection "stance_objection" { en: "objection", km: "ជំទាស់", unreviewed }
    StanceEndorse "stance_endorse" { en: "endorse", km: "គាំទ្រពេញទំហឹង", unreviewed }
    StanceMinorPoint "stance_minor_point" { en: "agree with a minor point", km: "យល់ព្រមដោយមានចំណុចតូចមួយ", unreviewed }
    StanceReservation "stance_reservation" { en: "support with reservation", km: "គាំទ្រដោយមានការកត់សម្គាល់", unreviewed }
    StanceMoreDiscussion "stance_more_discussion" { en: "more discussion needed", km: "ត្រូវការពិភាក្សាបន្ថែម", unreviewed }
    StanceDislike "stance_dislike" { en: "do not like it but support it", km: "មិនចូលចិត្ត ប៉ុន្តែគាំទ្រ", unreviewed }
    StanceDisagreement "stance_disagreement" { en: "serious disagreement", km: "មិនយល់ស្របខ្លាំង", unreviewed }
    StanceBlock "stance_block" { en: "block", km: "ទប់ស្កាត់", unreviewed }
    StanceNone "stance_none" { en: "did not vote", km: "មិនបានបោះឆ្នោត", unreviewed }
    FileDecision "file_decision" { en: "Record of a decision", km: "កំណត់ត្រានៃសេចក្តីសម្រេច", unreviewed }
    ColumnVoters "column_voters" { en: "voters", km: "អ្នកបោះឆ្នោត", unreviewed }
    ColumnProposal "column_proposal" { en: "proposal", km: "សំណើ", unreviewed }
    ColumnRule "column_rule" { en: "rule", km: "វិធាន", unreviewed }
    ColumnQuorum "column_quorum" { en: "quorum", km: "កូរ៉ុម", unreviewed }
    ColumnResult "column_result" { en: "result", km: "លទ្ធផល", unreviewed }
    ColumnPosition "column_position" { en: "position", km: "ជំហរ", unreviewed }
    ColumnReason "column_reason" { en: "reason", km: "ហេតុផល", unreviewed }
    ColumnDissent "column_dissent" { en: "dissent", km: "មតិជំទាស់", unreviewed }
    ColumnCastAt "column_cast_at" { en: "cast at", km: "ពេលបោះឆ្នោត", unreviewed }
    ColumnOrganisationKhmer "column_organisation_khmer" { en: "organisation (Khmer)", km: "អង្គការ (ខ្មែរ)", unreviewed }
    ColumnOrganisationEnglish "column_organisation_english" { en: "organisation (English)", km: "អង្គការ (អង់គ្លេស)", unreviewed }
    ColumnState "column_state" { en: "state", km: "ស្ថានភាព", unreviewed }
    ColumnType "column_type" { en: "type", km: "ប្រភេទ", unreviewed }
    ColumnProvince "column_province" { en: "province", km: "ខេត្ត", unreviewed }
    ColumnThemes "column_themes" { en: "themes", km: "ប្រធានបទ", unreviewed }
    ColumnMemberSince "column_member_since" { en: "member since", km: "សមាជិកតាំងពី", unreviewed }
    ColumnRepresentatives "column_representatives" { en: "representatives", km: "តំណាង", unreviewed }
    ColumnSignatories "column_signatories" { en: "signatories", km: "អ្នកចុះហត្ថលេខា", unreviewed }
    ColumnFee "column_fee" { en: "fee", km: "ថ្លៃសមាជិក", unreviewed }
    ColumnFeeYear "column_fee_year" { en: "fee year", km: "ឆ្នាំថ្លៃសមាជិក", unreviewed }
    NotInCampaign "not_in_campaign" { en: "This organisation does not take part in the campaign.", km: "អង្គការនេះមិនចូលរួមក្នុងយុទ្ធនាការទេ។", unreviewed }
    AsksServeIt "asks_serve_it" { en: "Asks serve this objective: take them out first.", km: "មានសំណូមពរសម្រាប់គោលបំណងនេះ៖ សូមដកវាចេញជាមុន។", unreviewed }
    ObjectiveNeeded "objective_needed" { en: "The plan has no objective yet.", km: "ផែនការមិនទាន់មានគោលបំណងទេ។", unreviewed }
    TargetNeeded "target_needed" { en: "Each objective needs an ask with a primary target: who can do what is asked.", km: "គោលបំណងនីមួយៗត្រូវការសំណូមពរដែលមានគោលដៅចម្បង៖ អ្នកដែលអាចធ្វើតាមសំណូមពរ។", unreviewed }
    TheoryNeeded "theory_needed" { en: "Say how the change is thought to come about.", km: "សូមប្រាប់ថាការផ្លាស់ប្តូរនឹងកើតឡើងដោយរបៀបណា។", unreviewed }
    RiskNeeded "risk_needed" { en: "The plan names no risk yet.", km: "ផែនការមិនទាន់បានកំណត់ហានិភ័យទេ។", unreviewed }
    LeadNeeded "lead_needed" { en: "No organisation leads the campaign.", km: "គ្មានអង្គការណាដឹកនាំយុទ្ធនាការទេ។", unreviewed }
    ProblemNeeded "problem_needed" { en: "Say what is wrong.", km: "សូមប្រាប់ពីបញ្ហា។", unreviewed }
    GoalNeeded "goal_needed" { en: "Say what is to be reached.", km: "សូមប្រាប់ពីគោលដៅ។", unreviewed }
    DebriefNeeded "debrief_needed" { en: "Write down what was learnt before it is closed.", km: "សូមសរសេរអំពីអ្វីដែលបានរៀន មុនពេលបិទ។", unreviewed }
    LeadTakesPart "lead_takes_part" { en: "Only an organisation that takes part can lead.", km: "មានតែអង្គការដែលចូលរួមទើបអាចដឹកនាំបាន។", unreviewed }
    HandOverLead "hand_over_lead" { en: "First hand the lead over to another organisation.", km: "សូមប្រគល់ការដឹកនាំទៅអង្គការផ្សេងជាមុន។", unreviewed }
    CampaignOver "campaign_over" { en: "This campaign is over: nothing of it changes.", km: "យុទ្ធនាការនេះបានបញ្ចប់៖ មិនអាចកែអ្វីបានទៀតទេ។", unreviewed }
    OnlyCampaignTeam "only_campaign_team" { en: "Only organisations that take part in the campaign do this.", km: "មានតែអង្គការដែលចូលរួមយុទ្ធនាការទើបអាចធ្វើបាន។", unreviewed }
    ReportProgress "report_progress" { en: "Campaign progress", km: "វឌ្ឍនភាពយុទ្ធនាការ", unreviewed }
    ReportResults "report_results" { en: "Results for donors", km: "លទ្ធផលសម្រាប់ម្ចាស់ជំនួយ", unreviewed }
    ReportFinance "report_finance" { en: "Finance for donors", km: "ហិរញ្ញវត្ថុសម្រាប់ម្ចាស់ជំនួយ", unreviewed }
    ReportHarvest "report_harvest" { en: "Outcome harvest", km: "បញ្ជីលទ្ធផលប្រមូលបាន", unreviewed }
    ReportPeriod "report_period" { en: "Period: {from} to {to}", km: "រយៈពេល៖ {from} ដល់ {to}", unreviewed }
    ReportDonor "report_donor" { en: "Donor: {donor}", km: "ម្ចាស់ជំនួយ៖ {donor}", unreviewed }
    ReportForPublic "report_for_public" { en: "For the public: groups of fewer than five people are not told", km: "សម្រាប់សាធារណៈ៖ មិនបង្ហាញក្រុមតិចជាងប្រាំនាក់ទេ", unreviewed }
    ReportForTeam "report_for_team" { en: "For the team alone", km: "សម្រាប់តែក្រុមការងារ", unreviewed }
    ReportMade "report_made" { en: "Made {at} by {who}", km: "ធ្វើនៅ {at} ដោយ {who}", unreviewed }
    ReportWithheld "report_withheld" { en: "* fewer than five people, or what would give them away", km: "* តិចជាងប្រាំនាក់ ឬអ្វីដែលអាចបង្ហាញពួកគេ", unreviewed }
    ReportNoEvidence "report_no_evidence" { en: "no evidence", km: "គ្មានភស្តុតាង", unreviewed }
    ReportDocuments "report_documents" { en: "{n} in the library", km: "{n} ក្នុងបណ្ណាល័យ", unreviewed }
    ReportActivities "report_activities" { en: "Activities done: {done} of {all}", km: "សកម្មភាពបានធ្វើ៖ {done} នៃ {all}", unreviewed }
    ReportOverdue "report_overdue" { en: "Tasks past their last day: {n}", km: "កិច្ចការហួសកំណត់៖ {n}", unreviewed }
    ReportMilestone "report_milestone" { en: "Next milestone: {what}, {day}", km: "ចំណុចសំខាន់បន្ទាប់៖ {what} {day}", unreviewed }
    ReportNoMilestone "report_no_milestone" { en: "Next milestone: none is set", km: "ចំណុចសំខាន់បន្ទាប់៖ មិនទាន់កំណត់", unreviewed }
    ReportOutcomes "report_outcomes" { en: "Outcomes: {list}", km: "លទ្ធផល៖ {list}", unreviewed }
    ReportNoOutcomes "report_no_outcomes" { en: "Outcomes: none is written down", km: "លទ្ធផល៖ មិនទាន់បានកត់ត្រា", unreviewed }
    ReportRisk "report_risk" { en: "Risk {score}: {what}", km: "ហានិភ័យ {score}៖ {what}", unreviewed }
    ReportTotal "report_total" { en: "In all, {currency}", km: "សរុប {currency}", unreviewed }
    ReportInDollars "report_in_dollars" { en: "All of it in dollars at {rate} riel for a dollar on {day} ({source})", km: "សរុបជាដុល្លារ តាមអត្រា {rate} រៀលក្នុងមួយដុល្លារ ថ្ងៃ {day} ({source})", unreviewed }
    ColumnObjective "column_objective" { en: "Objective", km: "គោលបំណង", unreviewed }
    ColumnIndicator "column_indicator" { en: "Indicator", km: "សូចនាករ", unreviewed }
    ColumnBaseline "column_baseline" { en: "Baseline", km: "តម្លៃដើម", unreviewed }
    ColumnTarget "column_target" { en: "Target", km: "គោលដៅ", unreviewed }
    ColumnPeriodValue "column_period_value" { en: "In the period", km: "ក្នុងរយៈពេល", unreviewed }
    ColumnReached "column_reached" { en: "So far", km: "មកទល់ពេលនេះ", unreviewed }
    ColumnWay "column_way" { en: "Of the way, %", km: "ភាគរយនៃផ្លូវ", unreviewed }
    ColumnFemale "column_female" { en: "Female", km: "ស្រី", unreviewed }
    ColumnMale "column_male" { en: "Male", km: "ប្រុស", unreviewed }
    ColumnOtherSex "column_other_sex" { en: "Other sex", km: "ភេទផ្សេង", unreviewed }
    ColumnUnknownSex "column_unknown_sex" { en: "Sex unknown", km: "មិនដឹងភេទ", unreviewed }
    ColumnYouth "column_youth" { en: "Aged 15-30", km: "អាយុ ១៥-៣០", unreviewed }
    ColumnDisability "column_disability" { en: "With a disability", km: "មានពិការភាព", unreviewed }
    ColumnIndigenous "column_indigenous" { en: "Indigenous", km: "ជនជាតិដើមភាគតិច", unreviewed }
    ColumnMeans "column_means" { en: "How it is known", km: "មធ្យោបាយផ្ទៀងផ្ទាត់", unreviewed }
    ColumnEvidence "column_evidence" { en: "Evidence", km: "ភស្តុតាង", unreviewed }
    ColumnDeviation "column_deviation" { en: "What there is to say", km: "ការពន្យល់", unreviewed }
    ColumnAsk "column_ask" { en: "Ask", km: "សំណូមពរ", unreviewed }
    ColumnReply "column_reply" { en: "Answer", km: "ចម្លើយ", unreviewed }
    ColumnOfWhom "column_of_whom" { en: "Of whom", km: "ចំពោះ", unreviewed }
    ColumnByWhen "column_by_when" { en: "By when", km: "ត្រឹមថ្ងៃ", unreviewed }
    ColumnPlace "column_place" { en: "Place", km: "ទីកន្លែង", unreviewed }
    ColumnWho "column_who" { en: "Who changed", km: "អ្នកដែលផ្លាស់ប្តូរ", unreviewed }
    ColumnChange "column_change" { en: "What changed", km: "អ្វីដែលផ្លាស់ប្តូរ", unreviewed }
    ColumnSignificance "column_significance" { en: "Why it matters", km: "សារៈសំខាន់", unreviewed }
    ColumnContribution "column_contribution" { en: "What we have to do with it", km: "ការរួមចំណែក", unreviewed }
    ColumnMembers "column_members" { en: "Members", km: "សមាជិក", unreviewed }
    ColumnSubstantiation "column_substantiation" { en: "What outsiders say", km: "អ្នកខាងក្រៅនិយាយ", unreviewed }
    ColumnCode "column_code" { en: "Code", km: "កូដ", unreviewed }
    ColumnLine "column_line" { en: "For what", km: "សម្រាប់", unreviewed }
    ColumnDonor "column_donor" { en: "Donor", km: "ម្ចាស់ជំនួយ", unreviewed }
    ColumnPlanned "column_planned" { en: "Planned", km: "គ្រោង", unreviewed }
    ColumnSpentPeriod "column_spent_period" { en: "Spent in the period", km: "ចំណាយក្នុងរយៈពេល", unreviewed }
    ColumnSpent "column_spent" { en: "Spent in all", km: "ចំណាយសរុប", unreviewed }
    ColumnBalance "column_balance" { en: "Left", km: "នៅសល់", unreviewed }
    ColumnBurn "column_burn" { en: "Spent, %", km: "ចំណាយជាភាគរយ", unreviewed }
    ColumnCurrency "column_currency" { en: "Currency", km: "រូបិយប័ណ្ណ", unreviewed }
    ChangeBehaviour "change_behaviour" { en: "how somebody behaves", km: "ឥរិយាបថ", unreviewed }
    ChangeRelationship "change_relationship" { en: "how some stand to each other", km: "ទំនាក់ទំនង", unreviewed }
    ChangeAction "change_action" { en: "what somebody did", km: "សកម្មភាព", unreviewed }
    ChangePolicy "change_policy" { en: "what is laid down", km: "គោលនយោបាយ", unreviewed }
    ChangePractice "change_practice" { en: "how it is done every day", km: "ការអនុវត្ត", unreviewed }
    OutcomeDrafted "outcome_drafted" { en: "written down", km: "បានកត់ត្រា", unreviewed }
    OutcomeReviewed "outcome_reviewed" { en: "looked through", km: "បានពិនិត្យ", unreviewed }
    OutcomeOut "outcome_out" { en: "others are asked", km: "កំពុងសួរអ្នកខាងក្រៅ", unreviewed }
    OutcomeSubstantiated "outcome_substantiated" { en: "they agree", km: "ពួកគេយល់ស្រប", unreviewed }
    OutcomePartly "outcome_partly" { en: "they agree in part", km: "ពួកគេយល់ស្របខ្លះ", unreviewed }
    OutcomeNot "outcome_not" { en: "they do not agree", km: "ពួកគេមិនយល់ស្រប", unreviewed }
    ResponseNone "response_none" { en: "no answer", km: "គ្មានចម្លើយ", unreviewed }
    ResponseNoted "response_noted" { en: "noted", km: "បានកត់សម្គាល់", unreviewed }
    ResponseAccepted "response_accepted" { en: "accepted", km: "ព្រមទទួល", unreviewed }
    ResponsePartly "response_partly" { en: "accepted in part", km: "ព្រមទទួលខ្លះ", unreviewed }
    ResponseRejected "response_rejected" { en: "refused", km: "បដិសេធ", unreviewed }
    OutcomeWho "outcome_who" { en: "Say who has changed.", km: "សូមប្រាប់ថានរណាបានផ្លាស់ប្តូរ។", unreviewed }
    OutcomeWhen "outcome_when" { en: "Say when it was.", km: "សូមប្រាប់ថាវាកើតឡើងពេលណា។", unreviewed }
    OutcomeContribution "outcome_contribution" { en: "Say what the campaign has to do with it.", km: "សូមប្រាប់ពីការរួមចំណែករបស់យុទ្ធនាការ។", unreviewed }
    OutcomeStands "outcome_stands" { en: "Others were asked about this outcome: it does not change any more.", km: "មានគេត្រូវបានសួរអំពីលទ្ធផលនេះហើយ៖ មិនអាចកែបានទៀតទេ។", unreviewed }
    MakeSure "make_sure" { en: "Make sure of this before it is published.", km: "សូមបញ្ជាក់ចំណុចនេះមុនពេលផ្សាយ។", unreviewed }
    TooNear "too_near" { en: "This person has a part in the campaign: ask somebody outside.", km: "បុគ្គលនេះមានផ្នែកក្នុងយុទ្ធនាការ៖ សូមសួរអ្នកខាងក្រៅ។", unreviewed }
    AlreadyAnswered "already_answered" { en: "This person has answered already.", km: "បុគ្គលនេះបានឆ្លើយរួចហើយ។", unreviewed }
    NotOfTeam "not_of_team" { en: "Somebody you name may not know what the team knows.", km: "មានអ្នកដែលអ្នកបានដាក់ឈ្មោះ មិនអាចដឹងអ្វីដែលក្រុមដឹងទេ។", unreviewed }
    OnlyAuthor "only_author" { en: "Only whoever said it takes it back.", km: "មានតែអ្នកនិយាយទើបអាចដកវិញបាន។", unreviewed }
    WordUnknown "word_unknown" { en: "This word is not known here.", km: "ពាក្យនេះមិនស្គាល់នៅទីនេះទេ។", unreviewed }
    NotADay "not_a_day" { en: "Write a day such as 2026-07-01 or 1/7/2026.", km: "សូមសរសេរថ្ងៃ ដូចជា 2026-07-01 ឬ ១/៧/២០២៦។", unreviewed }
    NoTitleColumn "no_title_column" { en: "No column is called title.", km: "គ្មានជួរឈរឈ្មោះ ចំណងជើង ទេ។", unreviewed }
    RowsWrong "rows_wrong" { en: "Some rows are wrong: mend them in the table and bring it again. Nothing was taken.", km: "ជួរខ្លះមិនត្រឹមត្រូវ៖ សូមកែក្នុងតារាង រួចយកមកម្តងទៀត។ មិនបានទទួលអ្វីទេ។", unreviewed }
    OnlyMeal "only_meal" { en: "Only the MEAL officer of the network does this.", km: "មានតែមន្ត្រី MEAL នៃបណ្តាញទើបអាចធ្វើបាន។", unreviewed }
    OnlyMeasurers "only_measurers" { en: "Only those who take part in the campaign and the MEAL officer do this.", km: "មានតែអ្នកចូលរួមយុទ្ធនាការ និងមន្ត្រី MEAL ទើបអាចធ្វើបាន។", unreviewed }
    NotAFigure "not_a_figure" { en: "Write a figure such as 12 or 41.5.", km: "សូមសរសេរជាលេខ ដូចជា ១២ ឬ ៤១.៥។", unreviewed }
    PeriodTaken "period_taken" { en: "There is a value for a part of this period already.", km: "មានតម្លៃសម្រាប់ផ្នែកមួយនៃរយៈពេលនេះរួចហើយ។", unreviewed }
    PartsDiffer "parts_differ" { en: "The parts do not add up to the value: put the rest under unknown.", km: "ផ្នែកនានាមិនស្មើនឹងតម្លៃសរុប៖ សូមដាក់សល់ក្នុងមិនដឹង។", unreviewed }
    DayNotOver "day_not_over" { en: "This day is still to come.", km: "ថ្ងៃនេះមិនទាន់មកដល់ទេ។", unreviewed }
    OnlyCampaignLead "only_campaign_lead" { en: "Only those who lead the campaign do this.", km: "មានតែអ្នកដឹកនាំយុទ្ធនាការទើបអាចធ្វើបាន។", unreviewed }
    OnlyPlanners "only_planners" { en: "Coordinators and convenors begin campaigns.", km: "អ្នកសម្របសម្រួល និងអ្នកកោះប្រជុំចាប់ផ្តើមយុទ្ធនាការ។", unreviewed }
    LastDayFirst "last_day_first" { en: "The last day is before the first.", km: "ថ្ងៃចុងក្រោយមុនថ្ងៃដំបូង។", unreviewed }
    RateInFuture "rate_in_future" { en: "A rate of a day to come is not known yet.", km: "អត្រាប្តូរប្រាក់នៃថ្ងៃអនាគតមិនទាន់ដឹងទេ។", unreviewed }
    PublicCampaignActive "public_campaign_active" { en: "Under way", km: "កំពុងដំណើរការ", unreviewed }
    PublicCampaignPaused "public_campaign_paused" { en: "Paused", km: "ផ្អាក", unreviewed }
    PublicCampaignClosing "public_campaign_closing" { en: "Coming to its end", km: "ជិតបញ្ចប់", unreviewed }
    PublicCampaignClosed "public_campaign_closed" { en: "Over", km: "បានបញ្ចប់", unreviewed }
    PublicProblem "public_problem" { en: "What is wrong", km: "បញ្ហា", unreviewed }
    PublicGoal "public_goal" { en: "What is to be reached", km: "គោលដៅ", unreviewed }
    PublicAsks "public_asks" { en: "What we ask", km: "សំណូមពររបស់យើង", unreviewed }
    PublicOutcomes "public_outcomes" { en: "What has changed", km: "អ្វីដែលបានផ្លាស់ប្តូរ", unreviewed }
    PublicTeam "public_team" { en: "Who takes part", km: "អ្នកចូលរួម", unreviewed }
    PublicBy "public_by" { en: "by", km: "ត្រឹម", unreviewed }
    DissentIsNamed "dissent_is_named" { en: "Dissent is printed with the name of your organisation: show the name, or leave this empty.", km: "មតិជំទាស់ត្រូវបោះពុម្ពជាមួយឈ្មោះអង្គការរបស់អ្នក៖ សូមបង្ហាញឈ្មោះ ឬទុកឱ្យទទេ។", unreviewed }
    FileDraft "file_draft" { en: "Draft", km: "សេចក្តីព្រាង", unreviewed }
    FileInConsultation "file_in_consultation" { en: "In consultation", km: "កំពុងពិគ្រោះយោបល់", unreviewed }
    FileInReview "file_in_review" { en: "In review", km: "កំពុងពិនិត្យ", unreviewed }
    FileAbandoned "file_abandoned" { en: "Given up", km: "បានបោះបង់", unreviewed }
    FileReferences "file_references" { en: "References", km: "ឯកសារយោង", unreviewed }
    FileHiddenSource "file_hidden_source" { en: "A document that is not shown", km: "ឯកសារមិនបង្ហាញ", unreviewed }
    FileTo "file_to" { en: "To:", km: "ជូន៖", unreviewed }
    FileBy "file_by" { en: "by", km: "ត្រឹមថ្ងៃ", unreviewed }
    FileUnsourced "file_unsourced" { en: "needs evidence", km: "ត្រូវការភស្តុតាង", unreviewed }
    FileSomebody "file_somebody" { en: "Somebody", km: "នរណាម្នាក់", unreviewed }
    TypesettingMissing "typesetting_missing" { en: "This hub was built without its fonts and cannot set a PDF.", km: "ប្រព័ន្ធនេះគ្មានពុម្ពអក្សរសម្រាប់បង្កើត PDF ទេ។", unreviewed }
    SuggestionsOpen "suggestions_open" { en: "There are suggestions in the text that nobody has accepted or rejected.", km: "មានសំណើកែប្រែក្នុងអត្ថបទដែលមិនទាន់ទទួលយក ឬបដិសេធ។", unreviewed }
    SecurityCheckNeeded "security_check_needed" { en: "Make sure first that nobody is harmed by this text, and tick it.", km: "សូមប្រាកដជាមុនថាអត្ថបទនេះមិនធ្វើឱ្យនរណាមានគ្រោះថ្នាក់ ហើយគូសបញ្ជាក់។", unreviewed }
    TranslationOpen "translation_open" { en: "The translation is not reviewed, or the source has changed since.", km: "ការបកប្រែមិនទាន់បានពិនិត្យ ឬអត្ថបទដើមបានផ្លាស់ប្តូរតាំងពីពេលនោះ។", unreviewed }
    TranslationEmpty "translation_empty" { en: "Nothing is written in the other language yet.", km: "មិនទាន់មានអ្វីសរសេរជាភាសាមួយទៀតទេ។", unreviewed }
    OwnTranslation "own_translation" { en: "A translation is reviewed by somebody else than its translator.", km: "ការបកប្រែត្រូវពិនិត្យដោយអ្នកផ្សេងក្រៅពីអ្នកបកប្រែ។", unreviewed }
    ResponseNeeded "response_needed" { en: "Say why it is not accepted: whoever made it deserves an answer.", km: "សូមប្រាប់មូលហេតុដែលមិនទទួលយក៖ អ្នកផ្តល់មតិសមនឹងទទួលបានចម្លើយ។", unreviewed }
    AmendmentConflict "amendment_conflict" { en: "The words it is about have changed since. Ask its proposer, or accept it with modification.", km: "ពាក្យដែលវាសំដៅបានផ្លាស់ប្តូរហើយ។ សូមសួរអ្នកស្នើ ឬទទួលយកដោយមានកែសម្រួល។", unreviewed }
    OnlyItsAuthor "only_its_author" { en: "Only whoever made it takes it back.", km: "មានតែអ្នកដែលបានផ្តល់ទេដែលអាចដកវិញ។", unreviewed }
    OwnAmendment "own_amendment" { en: "Another member organisation supports an amendment, not its proposer.", km: "អង្គការសមាជិកផ្សេងគាំទ្រវិសោធនកម្ម មិនមែនអ្នកស្នើទេ។", unreviewed }
    StateChanged "state_changed" { en: "This is not possible any more: it has moved on meanwhile.", km: "មិនអាចធ្វើបានទៀតទេ៖ វាបានផ្លាស់ប្តូរក្នុងពេលនោះ។", unreviewed }
    LevelNotLower "level_not_lower" { en: "This would lower the sensitivity: ask the security focal point.", km: "នេះនឹងបន្ថយកម្រិតសម្ងាត់៖ សូមសួរអ្នកទទួលបន្ទុកសុវត្ថិភាព។", unreviewed }
    TeamRequired "team_required" { en: "Choose a working group of this network as its team.", km: "សូមជ្រើសក្រុមការងារនៃបណ្តាញនេះជាក្រុម។", unreviewed }
    LicenceUnknown "licence_unknown" { en: "No such licence.", km: "គ្មានអាជ្ញាប័ណ្ណនេះទេ។", unreviewed }
    DateForm "date_form" { en: "Write a date as 2026, 2026-07 or 2026-07-01.", km: "សូមសរសេរកាលបរិច្ឆេទជា 2026, 2026-07 ឬ 2026-07-01។", unreviewed }
    AnswerNeeded "answer_needed" { en: "Write an answer or choose a document.", km: "សូមសរសេរចម្លើយ ឬជ្រើសឯកសារ។", unreviewed }
    OnlyMapKeepers "only_map_keepers" { en: "Only those who lead the campaign, or convene its working group, do this.", km: "មានតែអ្នកដឹកនាំយុទ្ធនាការ ឬអ្នកសម្របសម្រួលក្រុមការងារទើបអាចធ្វើបាន។", unreviewed }
    RatingBasis "rating_basis" { en: "Write down what was seen or heard: without it nobody can weigh the rating.", km: "សូមសរសេរអ្វីដែលបានឃើញ ឬឮ៖ បើគ្មានវា គ្មាននរណាអាចថ្លឹងថ្លែងពិន្ទុបានទេ។", unreviewed }
    SourceNeeded "source_needed" { en: "Say by what you know: a source, a document of the library or a logged contact.", km: "សូមបញ្ជាក់ពីអ្វីដែលអ្នកដឹង៖ ប្រភព ឯកសារក្នុងបណ្ណាល័យ ឬទំនាក់ទំនងដែលបានកត់ត្រា។", unreviewed }
    AlreadyOnMap "already_on_map" { en: "Somebody of this name is on the map.", km: "មានអ្នកឈ្មោះនេះនៅលើផែនទីរួចហើយ។", unreviewed }
    NotOnMap "not_on_map" { en: "Choose somebody who is on this map.", km: "សូមជ្រើសអ្នកដែលមាននៅលើផែនទីនេះ។", unreviewed }
    PartOfItself "part_of_itself" { en: "Nothing is a part of itself.", km: "គ្មានអ្វីជាផ្នែកនៃខ្លួនវាទេ។", unreviewed }
    MapFull "map_full" { en: "A map holds at most 1,000 stakeholders and 5,000 relations.", km: "ផែនទីមួយផ្ទុកភាគីពាក់ព័ន្ធយ៉ាងច្រើន ១,០០០ និងទំនាក់ទំនង ៥,០០០។", unreviewed }
    WhatWasSaid "what_was_said" { en: "Write down what was said, or plan it for a day to come.", km: "សូមសរសេរអ្វីដែលបាននិយាយ ឬគ្រោងវាសម្រាប់ថ្ងៃខាងមុខ។", unreviewed }
    PlannedForPast "planned_for_past" { en: "A planned contact lies ahead.", km: "ទំនាក់ទំនងដែលគ្រោងទុកត្រូវនៅថ្ងៃខាងមុខ។", unreviewed }
    FollowUpNeeded "follow_up_needed" { en: "Say what is to follow.", km: "សូមបញ្ជាក់អ្វីដែលត្រូវធ្វើបន្ត។", unreviewed }
    OnlyNamed "only_named" { en: "Name people who know this map.", km: "សូមដាក់ឈ្មោះអ្នកដែលស្គាល់ផែនទីនេះ។", unreviewed }
    OfficeNeedsHolder "office_needs_holder" { en: "A person holds an office; an office holds none.", km: "មនុស្សទើបកាន់តំណែង តំណែងមិនកាន់តំណែងទេ។", unreviewed }
    MergeSelf "merge_self" { en: "Choose two different entries of the same map.", km: "សូមជ្រើសធាតុពីរផ្សេងគ្នានៃផែនទីតែមួយ។", unreviewed }
    NewHolderTask "new_holder_task" { en: "Build a relation with the new holder: {office}", km: "បង្កើតទំនាក់ទំនងជាមួយអ្នកកាន់តំណែងថ្មី៖ {office}", unreviewed }
    NoNameColumn "no_name_column" { en: "No column is called name.", km: "គ្មានជួរឈរឈ្មោះ «ឈ្មោះ» ទេ។", unreviewed }
    PictureGrid "picture_grid" { en: "Influence and interest", km: "ឥទ្ធិពល និងការចាប់អារម្មណ៍", unreviewed }
    PictureAiim "picture_aiim" { en: "Alignment and interest", km: "ការគាំទ្រ និងការចាប់អារម្មណ៍", unreviewed }
    PictureForces "picture_forces" { en: "Forces for and against", km: "កម្លាំងគាំទ្រ និងប្រឆាំង", unreviewed }
    PictureRelations "picture_relations" { en: "Relations between stakeholders", km: "ទំនាក់ទំនងរវាងភាគីពាក់ព័ន្ធ", unreviewed }
    PictureTable "picture_table" { en: "Stakeholders", km: "ភាគីពាក់ព័ន្ធ", unreviewed }
    PictureLegend "picture_legend" { en: "++ champion, + supports, 0 undecided, - opposes, -- works against; hollow: older than it counts for; an arrow leads from where one stood before", km: "++ ជើងឯក, + គាំទ្រ, 0 មិនទាន់សម្រេច, − ប្រឆាំង, −− ធ្វើការប្រឆាំង; ទទេ៖ ហួសសុពលភាព; ព្រួញចេញពីទីតាំងមុន", unreviewed }
    PictureMark "picture_mark" { en: "Confidential: taken by {who}, {at}", km: "សម្ងាត់៖ យកដោយ {who} នៅ {at}", unreviewed }
    AndMore "and_more" { en: "and {n} more: see the table", km: "និង {n} ទៀត៖ សូមមើលតារាង", unreviewed }
    AxisInterest "axis_interest" { en: "Interest: 1 unaware, 5 drives the issue", km: "ការចាប់អារម្មណ៍៖ ១ មិនដឹង ៥ ជំរុញបញ្ហា", unreviewed }
    AxisInfluence "axis_influence" { en: "Influence: 1 no say, 5 decides", km: "ឥទ្ធិពល៖ ១ គ្មានសំឡេង ៥ សម្រេច", unreviewed }
    AxisAlignment "axis_alignment" { en: "Alignment with the ask", km: "ការគាំទ្រសំណើ", unreviewed }
    CellSatisfied "cell_satisfied" { en: "Keep satisfied", km: "រក្សាការពេញចិត្ត", unreviewed }
    CellClosely "cell_closely" { en: "Manage closely", km: "ធ្វើការជិតស្និទ្ធ", unreviewed }
    CellMonitor "cell_monitor" { en: "Monitor", km: "តាមដាន", unreviewed }
    CellInformed "cell_informed" { en: "Keep informed", km: "ផ្តល់ព័ត៌មានជានិច្ច", unreviewed }
    CellEnthuse "cell_enthuse" { en: "Build enthusiasm", km: "បង្កើនចំណាប់អារម្មណ៍", unreviewed }
    CellAlly "cell_ally" { en: "Work as alliance", km: "ធ្វើការជាសម្ព័ន្ធ", unreviewed }
    CellAware "cell_aware" { en: "Raise awareness or monitor", km: "លើកកម្ពស់ការយល់ដឹង ឬតាមដាន", unreviewed }
    CellChallenge "cell_challenge" { en: "Challenge beliefs, persuade", km: "ជជែកពីជំនឿ និងបញ្ចុះបញ្ចូល", unreviewed }
    ForcesFor "forces_for" { en: "For the ask", km: "គាំទ្រសំណើ", unreviewed }
    ForcesAgainst "forces_against" { en: "Against it", km: "ប្រឆាំង", unreviewed }
    ColumnNo "column_no" { en: "No.", km: "ល.រ", unreviewed }
    ColumnStakeholder "column_stakeholder" { en: "Stakeholder", km: "ភាគីពាក់ព័ន្ធ", unreviewed }
    ColumnInfluence "column_influence" { en: "Influence", km: "ឥទ្ធិពល", unreviewed }
    ColumnInterest "column_interest" { en: "Interest", km: "ការចាប់អារម្មណ៍", unreviewed }
    ColumnAlignment "column_alignment" { en: "Alignment", km: "ការគាំទ្រ", unreviewed }
    ColumnConfidence "column_confidence" { en: "Confidence", km: "ភាពប្រាកដ", unreviewed }
    ColumnAssessed "column_assessed" { en: "Assessed on", km: "វាយតម្លៃនៅ", unreviewed }
    ColumnValidUntil "column_valid_until" { en: "Valid until", km: "មានសុពលភាពដល់", unreviewed }
    ColumnBasis "column_basis" { en: "Basis", km: "មូលដ្ឋាន", unreviewed }
    ReportMovement "report_movement" { en: "Stakeholder movement", km: "ការផ្លាស់ទីរបស់ភាគីពាក់ព័ន្ធ", unreviewed }
    ReportCoverage "report_coverage" { en: "Engagement by target", km: "ទំនាក់ទំនងតាមគោលដៅ", unreviewed }
    ReportTargets "report_targets" { en: "Targets without an ask or an owner", km: "គោលដៅដែលគ្មានសំណើ ឬអ្នកទទួលខុសត្រូវ", unreviewed }
    ReportResponses "report_responses" { en: "Asks and responses", km: "សំណើ និងចម្លើយ", unreviewed }
    ColumnMoved "column_moved" { en: "Moved", km: "ផ្លាស់ទី", unreviewed }
    ColumnWas "column_was" { en: "Was (influence, interest, alignment)", km: "មុន (ឥទ្ធិពល ការចាប់អារម្មណ៍ ការគាំទ្រ)", unreviewed }
    ColumnIsNow "column_is_now" { en: "Now (influence, interest, alignment)", km: "ឥឡូវ (ឥទ្ធិពល ការចាប់អារម្មណ៍ ការគាំទ្រ)", unreviewed }
    MovedToward "moved_toward" { en: "toward", km: "ខិតមករក", unreviewed }
    MovedAway "moved_away" { en: "away", km: "ឃ្លាតចេញ", unreviewed }
    MovedNot "moved_not" { en: "no change", km: "មិនផ្លាស់ប្តូរ", unreviewed }
    MovedStale "moved_stale" { en: "stale", km: "ហួសសុពលភាព", unreviewed }
    MovedSummary "moved_summary" { en: "{toward} moved toward the ask, {away} moved away, {still} did not move; {stale} are rated too long ago to count.", km: "{toward} ខិតមករកសំណើ, {away} ឃ្លាតចេញ, {still} មិនផ្លាស់ទី; {stale} ត្រូវបានវាយតម្លៃយូរពេក។", unreviewed }
    ColumnTargetKind "column_target_kind" { en: "Target", km: "ជាគោលដៅ", unreviewed }
    MovementSince "movement_since" { en: "Stakeholders: {toward} moved toward the ask, {away} moved away, {still} did not move.", km: "ភាគីពាក់ព័ន្ធ៖ {toward} ខិតមករកសំណើ, {away} ឃ្លាតចេញ, {still} មិនផ្លាស់ទី។", unreviewed }
    ColumnOwner "column_owner" { en: "Owner", km: "អ្នកទទួលខុសត្រូវ", unreviewed }
    ColumnContacts "column_contacts" { en: "Contacts in the period", km: "ទំនាក់ទំនងក្នុងរយៈពេល", unreviewed }
    ColumnLastContact "column_last_contact" { en: "Last contact", km: "ទំនាក់ទំនងចុងក្រោយ", unreviewed }
    ColumnLacks "column_lacks" { en: "Lacks", km: "ខ្វះ", unreviewed }
    TargetPrimary "target_primary" { en: "primary", km: "ចម្បង", unreviewed }
    TargetSecondary "target_secondary" { en: "secondary", km: "បន្ទាប់បន្សំ", unreviewed }
    LacksAsk "lacks_ask" { en: "an ask", km: "សំណើ", unreviewed }
    LacksOwner "lacks_owner" { en: "an owner", km: "អ្នកទទួលខុសត្រូវ", unreviewed }
    LacksRating "lacks_rating" { en: "a rating that counts", km: "ពិន្ទុដែលមានសុពលភាព", unreviewed }
    CoverageSummary "coverage_summary" { en: "{met} of {all} targets were met in the period.", km: "បានជួប {met} ក្នុងចំណោម {all} គោលដៅក្នុងរយៈពេល។", unreviewed }
    GroupNeeded "group_needed" { en: "Say for which group they speak: outside the team they are told by it until they agree to be named.", km: "សូមបញ្ជាក់ថាពួកគេតំណាងឱ្យក្រុមណា៖ ក្រៅក្រុម ពួកគេត្រូវបានប្រាប់តាមក្រុមនោះ រហូតដល់ពួកគេយល់ព្រមឱ្យដាក់ឈ្មោះ។", unreviewed }
    CommitmentOver "commitment_over" { en: "This commitment is closed.", km: "ការសន្យានេះបានបិទហើយ។", unreviewed }
    ConfirmFirst "confirm_first" { en: "Have it confirmed first.", km: "សូមឱ្យមានការបញ្ជាក់ជាមុន។", unreviewed }
    SeatsBeyondRoom "seats_beyond_room" { en: "These are more seats than the room has.", km: "ចំនួនកៅអីទាំងនេះច្រើនជាងសមត្ថភាពបន្ទប់។", unreviewed }
    SeatsTaken "seats_taken" { en: "More people than that already have a seat there.", km: "មានមនុស្សច្រើនជាងនេះបានកៅអីរួចហើយ។", unreviewed }
    SeatsNeeded "seats_needed" { en: "Give seats to at least one group first.", km: "សូមកំណត់កៅអីសម្រាប់ក្រុមយ៉ាងតិចមួយជាមុន។", unreviewed }
    GroupTwice "group_twice" { en: "This group stands here twice.", km: "ក្រុមនេះមានពីរដង។", unreviewed }
    NoSeatsForGroup "no_seats_for_group" { en: "This group has no seats here.", km: "ក្រុមនេះគ្មានកៅអីនៅទីនេះទេ។", unreviewed }
    RuleOnlyStricter "rule_only_stricter" { en: "People were invited under this rule: it can only become stricter.", km: "បានអញ្ជើញមនុស្សក្រោមវិធាននេះហើយ៖ អាចតឹងជាងនេះបានតែប៉ុណ្ណោះ។", unreviewed }
    DayMovesByPuttingOff "day_moves_by_putting_off" { en: "People are invited: put it off, so that they are told and asked anew.", km: "បានអញ្ជើញមនុស្សហើយ៖ សូមលើកពេល ដើម្បីឱ្យគេដឹង និងឆ្លើយសាជាថ្មី។", unreviewed }
    EnoughDeputies "enough_deputies" { en: "Somebody was named five times already. Please call the organisers.", km: "បានចាត់តាំងអ្នកតំណាងប្រាំដងរួចហើយ។ សូមទូរសព្ទទៅអ្នករៀបចំ។", unreviewed }
    NoLettersByHand "no_letters_by_hand" { en: "There is nobody to whom such a letter goes.", km: "គ្មាននរណាត្រូវទទួលលិខិតបែបនេះទេ។", unreviewed }
    NobodyComesYet "nobody_comes_yet" { en: "Nobody has said yet that they come.", km: "មិនទាន់មាននរណាឆ្លើយថាមកទេ។", unreviewed }
    GroupStays "group_stays" { en: "They have answered: their group stays. Take the invitation back and invite anew.", km: "គេបានឆ្លើយហើយ៖ មិនអាចប្តូរក្រុមបានទេ។ សូមដកលិខិតអញ្ជើញ រួចអញ្ជើញជាថ្មី។", unreviewed }
    LetterWhen "letter_when" { en: "When", km: "ពេលវេលា", unreviewed }
    LetterWhere "letter_where" { en: "Where", km: "ទីកន្លែង", unreviewed }
    LetterOnline "letter_online" { en: "online", km: "តាមអ៊ីនធឺណិត", unreviewed }
    LetterAnswerBy "letter_answer_by" { en: "Please answer by", km: "សូមឆ្លើយមុន", unreviewed }
    LetterTelephone "letter_telephone" { en: "Telephone", km: "ទូរស័ព្ទ", unreviewed }
    LetterScan "letter_scan" { en: "Scan this sign with a phone, or open the address, to answer. You need no account, and the link is for you alone. Please bring this letter with you.", km: "សូមស្កេនសញ្ញានេះដោយទូរស័ព្ទ ឬបើកអាសយដ្ឋានខាងក្រោម ដើម្បីឆ្លើយ។ មិនត្រូវការគណនីទេ ហើយតំណនេះសម្រាប់តែអ្នក។ សូមយកលិខិតនេះមកជាមួយ។", unreviewed }
    LetterChathamHouse "letter_chatham_house" { en: "The Chatham House Rule holds: what is said may be used, who said it is told to nobody.", km: "កិច្ចសន្ទនានេះអនុវត្តវិធាន Chatham House៖ អាចយកខ្លឹមសារទៅប្រើបាន តែមិនបញ្ចេញឈ្មោះអ្នកនិយាយឡើយ។", unreviewed }
    LetterOffRecord "letter_off_record" { en: "What is said stays in the room.", km: "អ្វីដែលនិយាយគ្នា រក្សាទុកតែក្នុងបន្ទប់ប៉ុណ្ណោះ។", unreviewed }
    TableNumbered "table_numbered" { en: "Table {n}", km: "តុ {n}", unreviewed }
    NoTableYet "no_table_yet" { en: "No table yet", km: "មិនទាន់មានតុ", unreviewed }
    DayIsPast "day_is_past" { en: "This day is past.", km: "ថ្ងៃនេះកន្លងផុតហើយ។", unreviewed }
    EndFirst "end_first" { en: "It ends before it begins.", km: "វាបញ្ចប់មុនពេលចាប់ផ្តើម។", unreviewed }
    InvitationsNotOut "invitations_not_out" { en: "Invitations are not out, or no longer.", km: "លិខិតអញ្ជើញមិនទាន់ចេញ ឬលែងមានសុពលភាព។", unreviewed }
    AnswersClosed "answers_closed" { en: "The time for answers is over. Please call the organisers.", km: "ពេលឆ្លើយបានផុតហើយ។ សូមទូរសព្ទទៅអ្នករៀបចំ។", unreviewed }
    NoCalendarReply "no_calendar_reply" { en: "This is no answer of a calendar: yes, perhaps or no of one person.", km: "នេះមិនមែនជាចម្លើយពីប្រតិទិនទេ៖ ត្រូវជាបាទ ប្រហែល ឬទេ របស់មនុស្សម្នាក់។", unreviewed }
    ForgetOnlyWhoDoesNotCome "forget_only_who_does_not_come" { en: "Somebody who is awaited is not forgotten: first it is said that they do not come.", km: "អ្នកដែលគេកំពុងរង់ចាំ មិនអាចត្រូវបានលុបចោលទេ៖ ត្រូវប្រាប់ជាមុនថាពួកគេមិនមក។", unreviewed }
    NothingToTake "nothing_to_take" { en: "This is neither a letter of this hub that came back nor a calendar's answer to one.", km: "នេះមិនមែនជាសំបុត្ររបស់មជ្ឈមណ្ឌលនេះដែលត្រឡប់មកវិញ ឬចម្លើយពីប្រតិទិនទេ។", unreviewed }
    ReplyOfNobody "reply_of_nobody" { en: "Nobody who is invited here has this address.", km: "គ្មានអ្នកដែលបានអញ្ជើញមានអាសយដ្ឋាននេះទេ។", unreviewed }
    ReplyToEarlierDay "reply_to_earlier_day" { en: "This answers an earlier day: ask them about the new one.", km: "នេះឆ្លើយចំពោះថ្ងៃចាស់៖ សូមសួរពួកគេអំពីថ្ងៃថ្មី។", unreviewed }
    PanelOfOneSex "panel_of_one_sex" { en: "Everybody on this panel is of one sex: ask somebody more, or say why.", km: "អ្នកទាំងអស់ក្នុងវេទិកានេះមានភេទតែមួយ៖ សូមអញ្ជើញម្នាក់ទៀត ឬបញ្ជាក់ហេតុផល។", unreviewed }
    AgendaTooLong "agenda_too_long" { en: "The agenda takes longer than the dialogue.", km: "របៀបវារៈវែងជាងពេលកិច្ចសន្ទនា។", unreviewed }
    DoorClosed "door_closed" { en: "People are marked from the day before it begins, until it is reported.", km: "ការកត់វត្តមានធ្វើបានចាប់ពីមួយថ្ងៃមុនចាប់ផ្តើម រហូតដល់ពេលរាយការណ៍។", unreviewed }
    NotBegun "not_begun" { en: "This dialogue has not begun, or is closed.", km: "កិច្ចសន្ទនានេះមិនទាន់ចាប់ផ្តើម ឬបានបិទហើយ។", unreviewed }
    NotOver "not_over" { en: "This dialogue is not over yet.", km: "កិច្ចសន្ទនានេះមិនទាន់ចប់ទេ។", unreviewed }
    HeldFirst "held_first" { en: "First say that it was held.", km: "សូមបញ្ជាក់ជាមុនថាបានធ្វើរួច។", unreviewed }
    NobodyMarked "nobody_marked" { en: "First write down who was there.", km: "សូមកត់វត្តមានអ្នកចូលរួមជាមុន។", unreviewed }
    NothingMinuted "nothing_minuted" { en: "These minutes say nothing yet.", km: "កំណត់ហេតុនេះមិនទាន់មានអ្វីទេ។", unreviewed }
    MinutesNotApproved "minutes_not_approved" { en: "The minutes are not approved yet.", km: "កំណត់ហេតុមិនទាន់បានអនុម័តទេ។", unreviewed }
    NoSpeakerUnderRule "no_speaker_under_rule" { en: "Under this rule nobody is named: write what was said, not who said it.", km: "ក្រោមវិធាននេះ មិនដាក់ឈ្មោះនរណាទេ៖ សូមសរសេរអ្វីដែលបាននិយាយ មិនមែនអ្នកនិយាយ។", unreviewed }
    CirculateFirst "circulate_first" { en: "First send the minutes to those who were there.", km: "សូមផ្ញើកំណត់ហេតុទៅអ្នកដែលបានចូលរួមជាមុន។", unreviewed }
    CorrectionsClosed "corrections_closed" { en: "The time for corrections is over. Please call the organisers.", km: "ពេលកែតម្រូវបានផុតហើយ។ សូមទូរសព្ទទៅអ្នករៀបចំ។", unreviewed }
    CorrectionsStillOpen "corrections_still_open" { en: "Those who were there can still correct the minutes.", km: "អ្នកដែលបានចូលរួមនៅអាចកែតម្រូវកំណត់ហេតុបាន។", unreviewed }
    CorrectionsUnanswered "corrections_unanswered" { en: "Answer every correction first.", km: "សូមឆ្លើយតបការកែតម្រូវនីមួយៗជាមុន។", unreviewed }
    OffRecordStays "off_record_stays" { en: "This was off the record: its minutes stay with the team.", km: "នេះមិនសម្រាប់ផ្សព្វផ្សាយ៖ កំណត់ហេតុនៅតែក្នុងក្រុម។", unreviewed }
    FeedbackClosed "feedback_closed" { en: "This is asked after the dialogue, until it is closed.", km: "សំណួរនេះសម្រាប់ក្រោយកិច្ចសន្ទនា រហូតដល់ពេលបិទ។", unreviewed }
    FeedbackGiven "feedback_given" { en: "You have said this already. Thank you.", km: "អ្នកបានប្រាប់រួចហើយ។ សូមអរគុណ។", unreviewed }
    NothingPromisedSaid "nothing_promised_said" { en: "Write down what was promised, or say that nothing was.", km: "សូមកត់អ្វីដែលបានសន្យា ឬបញ្ជាក់ថាគ្មានការសន្យា។", unreviewed }
    SomethingPromised "something_promised" { en: "Something was promised: it stands in the list.", km: "មានការសន្យាហើយ៖ មានក្នុងបញ្ជី។", unreviewed }
    FollowersNeeded "followers_needed" { en: "Say for each open commitment which organisation looks after it.", km: "សូមបញ្ជាក់អង្គការដែលតាមដានការសន្យានីមួយៗដែលនៅបើក។", unreviewed }
    DialogueOver "dialogue_over" { en: "This dialogue is over, or was called off.", km: "កិច្ចសន្ទនានេះបានចប់ ឬត្រូវបានលុបចោល។", unreviewed }
    VenueNeeded "venue_needed" { en: "Say where it takes place.", km: "សូមប្រាប់ទីកន្លែង។", unreviewed }
    InstitutionNames "institution_names" { en: "An institution names somebody who comes.", km: "ស្ថាប័នត្រូវដាក់ឈ្មោះអ្នកចូលរួម។", unreviewed }
    LeastNotReached "least_not_reached" { en: "Fewer have accepted than the least of a group; say why it takes place all the same.", km: "អ្នកទទួលយកតិចជាងចំនួនអប្បបរមារបស់ក្រុមមួយ សូមប្រាប់មូលហេតុដែលនៅតែធ្វើ។", unreviewed }
    ChairNeeded "chair_needed" { en: "Say who presides and who facilitates.", km: "សូមប្រាប់ថានរណាជាអធិបតី និងនរណាសម្របសម្រួល។", unreviewed }
    ProofNeeded "proof_needed" { en: "Show it: choose at least one document of the library.", km: "សូមបង្ហាញភស្តុតាង៖ ជ្រើសឯកសារយ៉ាងតិចមួយពីបណ្ណាល័យ។", unreviewed }
    AnotherVerifies "another_verifies" { en: "Somebody verifies who has written down neither the commitment nor what was found.", km: "អ្នកផ្ទៀងផ្ទាត់ត្រូវជាអ្នកដែលមិនបានសរសេរការសន្យា ឬអ្វីដែលរកឃើញ។", unreviewed }
    ReportAttendance "report_attendance" { en: "Attendance of dialogues", km: "វត្តមានក្នុងកិច្ចសន្ទនា", unreviewed }
    ReportInvitations "report_invitations" { en: "Invitations to dialogues", km: "លិខិតអញ្ជើញកិច្ចសន្ទនា", unreviewed }
    ColumnDialogue "column_dialogue" { en: "Dialogue", km: "កិច្ចសន្ទនា", unreviewed }
    ColumnDay "column_day" { en: "Day", km: "ថ្ងៃ", unreviewed }
    ColumnVenue "column_venue" { en: "Where", km: "ទីកន្លែង", unreviewed }
    ColumnGroup "column_group" { en: "Group", km: "ក្រុម", unreviewed }
    ColumnSeats "column_seats" { en: "Seats", km: "កៅអី", unreviewed }
    ColumnThere "column_there" { en: "There", km: "បានមក", unreviewed }
    ColumnWomenShare "column_women_share" { en: "Women, share", km: "ភាគរយស្ត្រី", unreviewed }
    ColumnWomenWanted "column_women_wanted" { en: "Women, wanted", km: "ភាគរយស្ត្រីចង់បាន", unreviewed }
    ColumnBelow15 "column_below_15" { en: "Aged below 15", km: "អាយុក្រោម ១៥", unreviewed }
    ColumnAge31To59 "column_age_31_59" { en: "Aged 31-59", km: "អាយុ ៣១-៥៩", unreviewed }
    ColumnAge60 "column_age_60" { en: "Aged 60 and more", km: "អាយុ ៦០ ឡើងទៅ", unreviewed }
    ColumnAgeUnknown "column_age_unknown" { en: "Age not known", km: "មិនដឹងអាយុ", unreviewed }
    ColumnDisabilityNo "column_disability_no" { en: "Without a disability", km: "គ្មានពិការភាព", unreviewed }
    ColumnDisabilityUnknown "column_disability_unknown" { en: "Disability not known", km: "មិនដឹងពិការភាព", unreviewed }
    ColumnIndigenousNo "column_indigenous_no" { en: "Not indigenous", km: "មិនមែនជនជាតិដើមភាគតិច", unreviewed }
    ColumnIndigenousUnknown "column_indigenous_unknown" { en: "Indigenous not known", km: "មិនដឹងជនជាតិ", unreviewed }
    AllTogether "all_together" { en: "All together", km: "សរុបទាំងអស់", unreviewed }
    ColumnSent "column_sent" { en: "Invited", km: "បានអញ្ជើញ", unreviewed }
    ColumnAccepted "column_accepted" { en: "Come", km: "មក", unreviewed }
    ColumnDelegated "column_delegated" { en: "Send somebody", km: "ចាត់តំណាង", unreviewed }
    ColumnTentative "column_tentative" { en: "May come", km: "ប្រហែលមក", unreviewed }
    ColumnDeclined "column_declined" { en: "Do not come", km: "មិនមក", unreviewed }
    ColumnWaiting "column_waiting" { en: "Wait for a seat", km: "រង់ចាំកៅអី", unreviewed }
    ColumnSilent "column_silent" { en: "No answer", km: "មិនទាន់ឆ្លើយ", unreviewed }
    InvitationsForTeam "invitations_for_team" { en: "Who is invited is for the team alone.", km: "អ្នកដែលបានអញ្ជើញ សម្រាប់តែក្រុមប៉ុណ្ណោះ។", unreviewed }
    ReportCommitments "report_commitments" { en: "Commitments", km: "ការសន្យា", unreviewed }
    ColumnCommitment "column_commitment" { en: "Commitment", km: "ការសន្យា", unreviewed }
    ColumnKind "column_kind_of" { en: "Kind", km: "ប្រភេទ", unreviewed }
    ColumnPromisedBy "column_promised_by" { en: "By whom", km: "ដោយអ្នកណា", unreviewed }
    ColumnMadeOn "column_made_on" { en: "Made on", km: "ធ្វើនៅ", unreviewed }
    ColumnFirstDue "column_first_due" { en: "First due", km: "កាលកំណត់ដំបូង", unreviewed }
    ColumnDue "column_due" { en: "Due", km: "កាលកំណត់", unreviewed }
    ColumnStatus "column_status" { en: "Status", km: "ស្ថានភាព", unreviewed }
    ColumnDaysOverdue "column_days_overdue" { en: "Days overdue", km: "ថ្ងៃហួសកំណត់", unreviewed }
    ColumnLastFollowUp "column_last_follow_up" { en: "Last follow-up", km: "ការតាមដានចុងក្រោយ", unreviewed }
    ColumnProof "column_proof" { en: "Evidence", km: "ភស្តុតាង", unreviewed }
    KindCommitment "kind_commitment" { en: "commitment", km: "ការសន្យា", unreviewed }
    KindAgreement "kind_agreement" { en: "agreement", km: "កិច្ចព្រមព្រៀង", unreviewed }
    KindRecommendation "kind_recommendation" { en: "recommendation", km: "អនុសាសន៍", unreviewed }
    KindActionPoint "kind_action_point" { en: "action point", km: "ចំណុចសកម្មភាព", unreviewed }
    StatusRecorded "status_recorded" { en: "recorded", km: "បានកត់ត្រា", unreviewed }
    StatusConfirmed "status_confirmed" { en: "confirmed", km: "បានបញ្ជាក់", unreviewed }
    StatusInProgress "status_in_progress" { en: "in progress", km: "កំពុងអនុវត្ត", unreviewed }
    StatusFulfilled "status_fulfilled" { en: "kept", km: "បានអនុវត្ត", unreviewed }
    StatusPartly "status_partly" { en: "kept in part", km: "បានអនុវត្តមួយផ្នែក", unreviewed }
    StatusNot "status_not" { en: "not kept", km: "មិនបានអនុវត្ត", unreviewed }
    StatusSuperseded "status_superseded" { en: "replaced", km: "ត្រូវបានជំនួស", unreviewed }
    StatusWithdrawn "status_withdrawn" { en: "taken back", km: "ត្រូវបានដក", unreviewed }
    SomebodyMasked "somebody_masked" { en: "somebody (not named)", km: "នរណាម្នាក់ (មិនបញ្ចេញឈ្មោះ)", unreviewed }
    RateOfCommitments "rate_of_commitments" { en: "{kept} of {due} confirmed commitments that are due were kept ({percent} %).", km: "ការសន្យាដែលបានបញ្ជាក់ និងដល់កំណត់ {due} បានអនុវត្ត {kept} ({percent} %)។", unreviewed }
    NoneDue "none_due" { en: "No confirmed commitment is due yet.", km: "មិនទាន់មានការសន្យាដែលបានបញ្ជាក់ណាដល់កំណត់ទេ។", unreviewed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_has_its_own_key_and_both_languages() {
        let mut keys: Vec<_> = Message::ALL.iter().map(|m| m.text().key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Message::ALL.len());
        for message in Message::ALL {
            let text = message.text();
            assert!(text.km.chars().any(|c| ('\u{1780}'..='\u{17ff}').contains(&c)), "{} is not Khmer", text.key);
            assert!(text.en.is_ascii(), "{}", text.key);
        }
    }
}
