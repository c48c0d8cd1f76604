//! What the demo's documents say. Everything in them is invented; the places are real.

use std::fmt::Write as _;

use sala_domain::{access::Level, evidence::Origin};
use sala_kernel::LText;

/// A document of the demo.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub title: LText,
    pub summary: LText,
    pub kind: &'static str,
    pub themes: &'static [&'static str],
    pub places: Vec<&'static str>,
    pub authors: Vec<&'static str>,
    pub publisher: &'static str,
    pub published_on: String,
    pub languages: &'static [&'static str],
    pub origin: Origin,
    pub licence: &'static str,
    pub level: Level,
    pub sender: &'static str,
    /// The name of the file; its ending says what kind of file it is.
    pub name: String,
    pub pages: Vec<String>,
    /// It waits on the curators' desk.
    pub waits: bool,
}

struct At {
    code: &'static str,
    en: &'static str,
    km: &'static str,
    sender: &'static str,
    /// Millions of riels planned, and spent by the end of the year.
    planned: u32,
    spent: u32,
    boards: u32,
}

const PLACES: &[At] = &[
    At {
        code: "1704",
        en: "Chi Kraeng",
        km: "ជីក្រែង",
        sender: "sreymom@ocn.example",
        planned: 412,
        spent: 371,
        boards: 3,
    },
    At {
        code: "0206",
        en: "Moung Ruessei",
        km: "មោងឫស្សី",
        sender: "rattana@ocn.example",
        planned: 388,
        spent: 240,
        boards: 1,
    },
    At {
        code: "0208", en: "Sangkae", km: "សង្កែ", sender: "chenda@ocn.example", planned: 455, spent: 449, boards: 5
    },
    At {
        code: "0201", en: "Banan", km: "បាណន់", sender: "sreymom@ocn.example", planned: 297, spent: 201, boards: 2
    },
    At {
        code: "1504",
        en: "Phnum Kravanh",
        km: "ភ្នំក្រវ៉ាញ",
        sender: "samnang@ocn.example",
        planned: 264,
        spent: 158,
        boards: 0,
    },
    At {
        code: "0602",
        en: "Kampong Svay",
        km: "កំពង់ស្វាយ",
        sender: "bopha@ocn.example",
        planned: 341,
        spent: 322,
        boards: 4,
    },
    At {
        code: "1603", en: "Bar Kaev", km: "បរកែវ", sender: "dara@ocn.example", planned: 189, spent: 97, boards: 0
    },
    At {
        code: "1212",
        en: "Chbar Ampov",
        km: "ច្បារអំពៅ",
        sender: "dara@ocn.example",
        planned: 903,
        spent: 866,
        boards: 8,
    },
];

fn usual(at: &At, title: LText, kind: &'static str, themes: &'static [&'static str], name: String) -> Entry {
    Entry {
        title,
        summary: LText::default(),
        kind,
        themes,
        places: vec![at.code],
        authors: Vec::new(),
        publisher: "",
        published_on: "2026".into(),
        languages: &["en"],
        origin: Origin::OwnResearch,
        licence: "CC-BY-4.0",
        level: Level::Members,
        sender: at.sender,
        name,
        pages: Vec::new(),
        waits: false,
    }
}

fn slug(text: &str) -> String {
    text.to_lowercase().replace(' ', "-")
}

/// Khmer digits, as official papers write them.
fn khmer(number: u32) -> String {
    sala_kernel::khmer::digits(&number.to_string())
}

fn budget(at: &At) -> Entry {
    let title = LText::new(format!("Budget of the communes of {}, 2025", at.en), format!("ថវិកាឃុំនៃស្រុក{} ឆ្នាំ២០២៥", at.km));
    let mut entry =
        usual(at, title, "budget_document", &["commune_budget"], format!("budget-{}-2025.csv", slug(at.en)));
    let lines = [
        ("Roads and bridges", "ផ្លូវ និងស្ពាន", 46),
        ("Schools", "សាលារៀន", 14),
        ("Clean water", "ទឹកស្អាត", 17),
        ("Health post", "ប៉ុស្តិ៍សុខភាព", 9),
        ("Social services", "សេវាសង្គម", 6),
        ("Administration", "រដ្ឋបាល", 8),
    ];
    let mut text = String::from("Item,ចំណាត់ថ្នាក់,Planned (million riels),Spent (million riels)\n");
    for (en, km, share) in lines {
        let _ = writeln!(text, "{en},{km},{},{}", at.planned * share / 100, at.spent * share / 100);
    }
    let _ = writeln!(text, "Total,សរុប,{},{}", at.planned, at.spent);
    entry.pages = vec![text];
    entry.languages = &["en", "km"];
    entry.published_on = "2025-12".into();
    entry.origin = Origin::InformationRequest;
    entry.licence = "public_domain_official_text";
    entry.level = if at.boards > 2 { Level::Public } else { Level::Members };
    entry
}

fn minutes(at: &At) -> Entry {
    let title = LText::new(
        format!("Minutes of the district integration workshop, {}", at.en),
        format!("កំណត់ហេតុសិក្ខាសាលាសមាហរណកម្មស្រុក{}", at.km),
    );
    let mut entry =
        usual(at, title, "minutes", &["dnd", "citizen_participation"], format!("workshop-{}.docx", slug(at.en)));
    entry.pages = vec![
        format!(
            "កំណត់ហេតុនៃសិក្ខាសាលាសមាហរណកម្មស្រុក{km}\nនៅថ្ងៃទី១២ ខែវិច្ឆិកា ឆ្នាំ២០២៥ រដ្ឋបាលស្រុក{km}បានរៀបចំសិក្ខាសាលាសមាហរណកម្មដោយមានការចូលរួមពីក្រុមប្រឹក្សាឃុំ មន្ទីរជំនាញ និងអង្គការសង្គមស៊ីវិល។\nអង្គប្រជុំបានពិនិត្យកម្មវិធីវិនិយោគឃុំ និងថវិកាឃុំចំនួន{planned}លានរៀលសម្រាប់ឆ្នាំ{year}។",
            km = at.km,
            planned = khmer(at.planned),
            year = khmer(2026)
        ),
        format!(
            "តំណាងសហគមន៍បានស្នើឱ្យបិទផ្សាយថវិកានៅលើក្តារព័ត៌មានរបស់ឃុំ។ មានតែឃុំចំនួន{boards}ប៉ុណ្ណោះដែលបានបិទផ្សាយ។\nមេឃុំបានសន្យាថានឹងឆ្លើយតបលើសំណើទទួលបានព័ត៌មានក្នុងរយៈពេលដប់ប្រាំថ្ងៃធ្វើការ។",
            boards = khmer(at.boards)
        ),
    ];
    entry.languages = &["km"];
    entry.published_on = "2025-11-12".into();
    entry.origin = Origin::PublicSource;
    entry.licence = "public_domain_official_text";
    entry
}

fn research(at: &At) -> Entry {
    let title = LText::new(format!("What the communes of {} publish", at.en), "");
    let mut entry =
        usual(at, title, "research_report", &["a2i", "commune_budget"], format!("publish-{}.pdf", slug(at.en)));
    let share = at.spent * 100 / at.planned;
    entry.summary = LText::new(
        format!("Volunteers looked at every notice board of {} twice in 2026 and asked for what was missing.", at.en),
        format!("អ្នកស្ម័គ្រចិត្តបានពិនិត្យក្តារព័ត៌មានទាំងអស់ក្នុងស្រុក{}ពីរដងក្នុងឆ្នាំ២០២៦។", at.km),
    );
    entry.pages = vec![
        format!(
            "What the communes of {} publish\n\nMethod\nIn March and June 2026 pairs of volunteers, half of them women and a third under thirty, visited each commune office of {} and wrote down which papers hung on the notice board: the budget, the investment programme, the list of fees, the minutes of the council.\n\nThey asked the clerk, in words anybody would use, for what did not hang there, and noted the answer.",
            at.en, at.en
        ),
        format!(
            "Findings\n{} communes had their budget on the board. Of the {} million riels that were planned, {} million were spent by the end of the year: {} of a hundred.\n\nWhere the budget hung, it was the total only; where the money went by project could not be seen. Persons who use a wheelchair could reach the board in one office of four.",
            at.boards, at.planned, at.spent, share
        ),
        "Recommendations\nHang the budget by project, within ten days of its adoption, at a height at which it can be read by everybody. Name a clerk who answers requests for information. Report each quarter what was spent.".to_owned(),
    ];
    entry.authors = vec!["Chan Sreymom"];
    entry.publisher = "Khmer Budget Lens";
    entry.published_on = "2026-07".into();
    entry.level = Level::Public;
    entry
}

fn scorecard(at: &At) -> Entry {
    let title = LText::new(format!("Community scorecard, {}", at.en), format!("ប័ណ្ណពិន្ទុសហគមន៍ ស្រុក{}", at.km));
    let mut entry =
        usual(at, title, "scorecard_result", &["social_accountability"], format!("scorecard-{}.odt", slug(at.en)));
    entry.pages = vec![format!(
        "Community scorecard, {en}\nប័ណ្ណពិន្ទុសហគមន៍ ស្រុក{km}\nCommune administration: {a} of 5. Primary school: {b} of 5. Health centre: {c} of 5.\nសេវារដ្ឋបាលឃុំទទួលបានពិន្ទុ{a}លើ៥ សាលាបឋមសិក្សា{b}លើ៥ មណ្ឌលសុខភាព{c}លើ៥។\nAt the interface meeting the head of the health centre agreed to open at seven and to post the fees. The school promised a ramp before the next school year.\nនៅក្នុងកិច្ចប្រជុំជួបគ្នា ប្រធានមណ្ឌលសុខភាពបានយល់ព្រមបើកទ្វារនៅម៉ោងប្រាំពីរ និងបិទផ្សាយតម្លៃសេវា។",
        en = at.en,
        km = at.km,
        a = 2 + at.boards % 3,
        b = 3 + at.boards % 2,
        c = 1 + at.planned % 4
    )];
    entry.languages = &["en", "km"];
    entry.published_on = "2026-02".into();
    entry
}

fn letter(at: &At) -> Entry {
    let title = LText::new(
        format!("Answer of the district of {} to a request for its budget", at.en),
        format!("លិខិតឆ្លើយតបរបស់រដ្ឋបាលស្រុក{}", at.km),
    );
    let mut entry = usual(at, title, "official_letter", &["a2i"], format!("letter-{}.txt", slug(at.en)));
    entry.pages = vec![format!(
        "ព្រះរាជាណាចក្រកម្ពុជា\nជាតិ សាសនា ព្រះមហាក្សត្រ\nរដ្ឋបាលស្រុក{km}\nលេខ {n} សជណ\nសូមជម្រាបជូនថា រដ្ឋបាលស្រុកបានទទួលសំណើសុំព័ត៌មានអំពីថវិកាឃុំឆ្នាំ២០២៥ហើយ។ ឯកសារចំណូលចំណាយអាចពិនិត្យបាននៅសាលាស្រុករៀងរាល់ថ្ងៃធ្វើការ។ ការថតចម្លងត្រូវបង់ថ្លៃសេវាតាមតារាងតម្លៃ។",
        km = at.km,
        n = khmer(100 + at.planned)
    )];
    entry.languages = &["km"];
    entry.published_on = "2026-03-02".into();
    entry.origin = Origin::InformationRequest;
    entry.licence = "public_domain_official_text";
    entry
}

fn case(at: &At) -> Entry {
    let title = LText::new(format!("How neighbours in {} followed the money for a well", at.en), "");
    let mut entry =
        usual(at, title, "case_study", &["wash", "citizen_participation"], format!("well-{}.html", slug(at.en)));
    entry.pages = vec![format!(
        "How neighbours in {} followed the money for a well\nThe commune had planned a deep well for forty families. When nothing was dug by the dry season, three women of the savings group asked to see the contract. They found that the sum had been moved to a road.\nWith the help of the network they wrote to the council, spoke at its public meeting, and asked for the decision in writing. Two months later the well was in the plan again, with a date.\nWhat helped: the minutes of the council were on the board. What hindered: nobody in the office knew who may give out a contract.",
        at.en
    )];
    entry.published_on = "2026-05".into();
    entry.licence = "CC-BY-NC-4.0";
    entry
}

fn testimony(at: &At) -> Entry {
    let title = LText::new(format!("Three voices from {}", at.en), format!("សំឡេងបីពីស្រុក{}", at.km));
    let mut entry = usual(at, title, "testimony", &["land_housing"], format!("voices-{}.docx", slug(at.en)));
    entry.pages = vec![
        "A farmer, 54: We heard of the concession from the loudspeaker of the company, not from the commune.".to_owned(),
        "ស្ត្រីម្នាក់ អាយុ ៣៨ ឆ្នាំ៖ យើងបានសុំមើលផែនទី ប៉ុន្តែគេឱ្យយើងរង់ចាំ។\nA teacher, 29: When we brought the law, the answer was different.".to_owned(),
    ];
    entry.languages = &["en", "km"];
    entry.origin = Origin::OralTestimony;
    entry.licence = "all_rights_reserved";
    entry.level = Level::Restricted;
    entry.published_on = "2026-04".into();
    entry
}

/// Documents of no district alone.
#[expect(clippy::too_many_lines, reason = "twelve documents, one after another")]
fn singles() -> Vec<Entry> {
    vec![
        Entry {
            title: LText::new("What the draft law on access to information would change", "សេចក្តីព្រាងច្បាប់ស្តីពីសិទ្ធិទទួលបានព័ត៌មាននឹងផ្លាស់ប្តូរអ្វី"),
            summary: LText::default(),
            kind: "legal_analysis",
            themes: &["a2i"],
            places: Vec::new(),
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2026-06".into(),
            languages: &["en"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Public,
            sender: "sreymom@ocn.example",
            name: "analysis-draft-law.pdf".into(),
            pages: vec!["Article 13 gives a body five working days to say whether it holds the information. Article 14 gives fifteen working days to hand it over, to be extended to forty with written reasons.".to_owned(), "The grounds of refusal in article 15 are wide: nothing asks whether the public interest is greater than the harm. We propose a test of harm and of public interest, and a commission that decides appeals.".to_owned()],
            waits: false,
        },
        Entry {
            title: LText::new("Statement of the network on open commune budgets", "សេចក្តីថ្លែងការណ៍របស់បណ្តាញស្តីពីថវិកាឃុំបើកចំហ"),
            summary: LText::default(),
            kind: "statement",
            themes: &["commune_budget"],
            places: Vec::new(),
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2026-05-20".into(),
            languages: &["km"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Public,
            sender: "dara@ocn.example",
            name: "statement.docx".into(),
            pages: vec!["បណ្តាញឃុំបើកចំហស្នើឱ្យក្រុមប្រឹក្សាឃុំទាំងអស់បិទផ្សាយថវិកាតាមគម្រោងក្នុងរយៈពេលដប់ថ្ងៃក្រោយការអនុម័ត។".to_owned(), "យើងសូមឱ្យរដ្ឋបាលខេត្តគាំទ្រការបណ្តុះបណ្តាលដល់ស្មៀនឃុំអំពីការឆ្លើយតបសំណើសុំព័ត៌មាន។".to_owned()],
            waits: false,
        },
        Entry {
            title: LText::new("Functional transfer and education: what moved to the districts", "ការផ្ទេរមុខងារ និងការអប់រំ"),
            summary: LText::default(),
            kind: "policy_brief",
            themes: &["dnd"],
            places: Vec::new(),
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2026-01".into(),
            languages: &["en"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Members,
            sender: "sreymom@ocn.example",
            name: "functional-transfer.pdf".into(),
            pages: vec!["Functional transfer of primary education to districts began with buildings and maintenance. Teachers stayed with the ministry. Districts were given the duty before the money: in four of eight districts the transfer of funds came seven months after the transfer of the function.".to_owned(), "Education offices ask for one thing above all: to know by August what they may spend in January.".to_owned()],
            waits: false,
        },
        Entry {
            title: LText::new("Survey of young people on taking part in commune planning", "ការស្ទង់មតិយុវជនអំពីការចូលរួមរៀបចំផែនការឃុំ"),
            summary: LText::default(),
            kind: "survey_dataset",
            themes: &["youth"],
            places: Vec::new(),
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2026-03".into(),
            languages: &["en"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Members,
            sender: "bopha@ocn.example",
            name: "youth-survey.csv".into(),
            pages: vec!["district,asked,women,knew of the meeting,went,spoke\nKampong Svay,120,63,41,17,5\nMoung Ruessei,118,60,38,12,2\nBanan,104,55,29,9,3\nChbar Ampov,131,70,77,20,8".to_owned()],
            waits: false,
        },
        Entry {
            title: LText::new("Handbook: reading a commune budget", "សៀវភៅណែនាំ៖ របៀបអានថវិកាឃុំ"),
            summary: LText::default(),
            kind: "training_material",
            themes: &["commune_budget"],
            places: Vec::new(),
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2025-09".into(),
            languages: &["km"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Public,
            sender: "sreymom@ocn.example",
            name: "handbook.docx".into(),
            pages: vec!["ថវិកាឃុំមានពីរផ្នែក៖ ចំណូល និងចំណាយ។ ចំណូលភាគច្រើនមកពីមូលនិធិឃុំសង្កាត់។".to_owned(), "ចំណាយអភិវឌ្ឍន៍ត្រូវស្របតាមកម្មវិធីវិនិយោគឃុំ។ សូមពិនិត្យថាតើគម្រោងនីមួយៗមានថវិកា កាលបរិច្ឆេទ និងអ្នកទទួលខុសត្រូវ។".to_owned(), "ប្រសិនបើមិនឃើញឯកសារទេ អ្នកអាចដាក់សំណើសុំព័ត៌មានដោយផ្ទាល់មាត់ ឬជាលាយលក្ខណ៍អក្សរ។".to_owned()],
            waits: false,
        },
        Entry {
            title: LText::new("Evaluation of three years of community scorecards", "ការវាយតម្លៃប័ណ្ណពិន្ទុសហគមន៍រយៈពេលបីឆ្នាំ"),
            summary: LText::default(),
            kind: "evaluation",
            themes: &["social_accountability"],
            places: Vec::new(),
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2025-12".into(),
            languages: &["en"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Members,
            sender: "chenda@ocn.example",
            name: "evaluation-isaf.pdf".into(),
            pages: vec!["Action plans were written in 31 of 36 facilities. After a year 58 of a hundred actions were done: most of those that cost nothing, few of those that needed money from above.".to_owned(), "Facilities whose head had changed did half as well. The evaluation recommends to sign action plans by the office, not by the person.".to_owned()],
            waits: false,
        },
        Entry {
            title: LText::new("Position of market vendors on fees", "ជំហររបស់អ្នកលក់ដូរអំពីថ្លៃសេវាផ្សារ"),
            summary: LText::default(),
            kind: "position_paper",
            themes: &["livelihoods"],
            places: vec!["0208"],
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2026-02-11".into(),
            languages: &["en"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Members,
            sender: "chenda@ocn.example",
            name: "vendors.docx".into(),
            pages: vec!["Vendors pay three fees: for the place, for cleaning, and one that no receipt names. We ask the market committee to post one table of fees at each gate and to give a receipt for each payment.".to_owned()],
            waits: false,
        },
        Entry {
            title: LText::new("Irrigation schedule and quarrels over water", "កាលវិភាគស្រោចស្រព និងជម្លោះទឹក"),
            summary: LText::default(),
            kind: "case_study",
            themes: &["wash"],
            places: vec!["0206"],
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2026-01".into(),
            languages: &["km"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Members,
            sender: "rattana@ocn.example",
            name: "irrigation.odt".into(),
            pages: vec!["សហគមន៍អ្នកប្រើប្រាស់ទឹកមោងឫស្សីបានរៀបចំកាលវិភាគបើកទឹកជាសាធារណៈ។ ជម្លោះបានថយចុះពីដប់បួនមកត្រឹមបីក្នុងមួយរដូវ។".to_owned()],
            waits: false,
        },
        Entry {
            title: LText::new("Map of community forests in the Cardamoms", "ផែនទីព្រៃសហគមន៍នៅតំបន់ក្រវ៉ាញ"),
            summary: LText::default(),
            kind: "map",
            themes: &["natural_resources"],
            places: vec!["1504"],
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2025-10".into(),
            languages: &["en"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Members,
            sender: "samnang@ocn.example",
            name: "forests.html".into(),
            pages: vec!["Eleven community forests are registered in Phnum Kravanh, of 7,412 hectares. Four applications have waited for more than three years. Boundaries of two overlap with a concession granted in 2011.".to_owned()],
            waits: false,
        },
        Entry {
            title: LText::new("Accessible meetings: a checklist", "បញ្ជីពិនិត្យសម្រាប់កិច្ចប្រជុំដែលអាចចូលរួមបាន"),
            summary: LText::default(),
            kind: "training_material",
            themes: &["disability"],
            places: Vec::new(),
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2026-04".into(),
            languages: &["en"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Public,
            sender: "sreymom@ocn.example",
            name: "accessible-meetings.docx".into(),
            pages: vec!["Say in the invitation that the place has a ramp, or that it has none. Ask everybody what they need, not only those whom you think of. Plan a sign language interpreter for each two hours. Write in large letters; read aloud what is on the wall.".to_owned()],
            waits: false,
        },
        Entry {
            title: LText::new("Media review: how newspapers wrote of the draft law", "ការពិនិត្យសារព័ត៌មានអំពីសេចក្តីព្រាងច្បាប់"),
            summary: LText::default(),
            kind: "media_article",
            themes: &["a2i"],
            places: Vec::new(),
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2026-06-30".into(),
            languages: &["en"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Members,
            sender: "dara@ocn.example",
            name: "media-review.html".into(),
            pages: vec!["Of 64 articles in three months, nine quoted the text of the draft. None said that refusals could be appealed to the head of the institution.".to_owned()],
            waits: false,
        },
        Entry {
            title: LText::new("The clerk's answer on the investment programme", "ចម្លើយរបស់ស្មៀនអំពីកម្មវិធីវិនិយោគ"),
            summary: LText::default(),
            kind: "official_letter",
            themes: &["dnd"],
            places: Vec::new(),
            authors: Vec::new(),
            publisher: "Open Communes Network",
            published_on: "2026-03-02".into(),
            languages: &["en", "km"],
            origin: Origin::OwnResearch,
            licence: "CC-BY-SA-4.0",
            level: Level::Members,
            sender: "dara@ocn.example",
            name: "clerk.eml".into(),
            pages: vec!["Dear all, the commune investment programme for 2026 hangs at the office since Monday. The list of projects that were left out is not public, but you may come and read it here. សូមអរគុណ។".to_owned()],
            waits: false,
        },
    ]
}

/// All documents, the same ones each time.
pub(super) fn entries() -> Vec<Entry> {
    let mut entries = singles();
    for at in PLACES {
        entries.extend([budget(at), minutes(at), research(at), scorecard(at), letter(at), case(at)]);
    }
    entries.extend(PLACES.iter().filter(|at| at.boards == 0).map(testimony));
    // What came last waits to be looked at.
    for entry in
        entries.iter_mut().filter(|entry| entry.name == "letter-chbar-ampov.txt" || entry.name == "vendors.docx")
    {
        entry.waits = true;
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_library_holds_at_least_sixty_documents_in_both_languages() {
        let entries = entries();
        assert!(entries.len() >= 60, "{}", entries.len());
        for language in ["en", "km"] {
            assert!(entries.iter().filter(|e| e.languages.contains(&language)).count() >= 20, "{language}");
        }
    }
}
