//! Pictures of a map to take away: drawn here, not in the browser, so that none leaves without who took it and when.
//!
//! Every picture is numbered, and beside it stands who each number is: what
//! cannot be read off a crowded grid is read off the list.

use std::{collections::BTreeMap, fmt::Write as _};

use chrono::NaiveDate;
use sala_kernel::{CampaignId, Env, Language, Message, Pool, Result, StakeholderId};

use super::{
    Assessment, Link, LinkKind, Stakeholder, StakeholderState, assessment_store, derive, link_store, service, store,
};
use crate::{access::Actor, campaigns::Campaign, networks, people};

/// Which picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Influence by interest.
    Grid,
    /// Alignment by interest.
    Aiim,
    /// Who pushes, and who holds back.
    Forces,
    /// Who stands how to whom.
    Relations,
    /// All of it as a table.
    Table,
}

impl View {
    /// The picture of a file's name, such as `grid` of `grid.svg`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "grid" => Some(Self::Grid),
            "aiim" => Some(Self::Aiim),
            "forces" => Some(Self::Forces),
            "relations" => Some(Self::Relations),
            "table" => Some(Self::Table),
            _ => None,
        }
    }

    /// What it is called.
    pub const fn title(self) -> Message {
        match self {
            Self::Grid => Message::PictureGrid,
            Self::Aiim => Message::PictureAiim,
            Self::Forces => Message::PictureForces,
            Self::Relations => Message::PictureRelations,
            Self::Table => Message::PictureTable,
        }
    }

    /// The act that the log is told of.
    pub const fn act(self) -> &'static str {
        match self {
            Self::Grid => "map.taken.grid",
            Self::Aiim => "map.taken.aiim",
            Self::Forces => "map.taken.forces",
            Self::Relations => "map.taken.relations",
            Self::Table => "map.taken.table",
        }
    }
}

/// A map as it is taken away.
#[derive(Debug, Clone)]
pub struct Taken {
    /// Of which campaign.
    pub campaign: String,
    /// The picture, for all but the table.
    pub svg: String,
    /// The same as rows, with their heads.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Who took it and when.
    pub mark: String,
}

/// One on the picture.
struct Point<'m> {
    number: usize,
    name: String,
    rating: Option<&'m Assessment>,
    before: Option<&'m Assessment>,
    counts: bool,
    stakeholder: &'m Stakeholder,
}

/// How wide and high a picture is, in points.
pub const SIZE: (u32, u32) = (1120, 790);
const W: f32 = 1120.0;
const H: f32 = 790.0;
const LEFT: f32 = 70.0;
const TOP: f32 = 96.0;
const WIDE: f32 = 660.0;
const HIGH: f32 = 590.0;
const KEY: f32 = 760.0;
/// How many names stand beside a picture; more are in the table.
const NAMES: usize = 40;

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most { text.to_owned() } else { text.chars().take(most - 1).chain(['…']).collect() }
}

const fn colour(alignment: i16) -> &'static str {
    match alignment {
        1.. => "#0f5c55",
        0 => "#857e70",
        _ => "#a4382a",
    }
}

const fn sign(alignment: i16) -> &'static str {
    match alignment {
        2.. => "++",
        1 => "+",
        0 => "0",
        -1 => "−",
        _ => "−−",
    }
}

const fn line(kind: LinkKind) -> (&'static str, &'static str) {
    match kind {
        LinkKind::FormalAuthority => ("#1d2320", ""),
        LinkKind::Funding => ("#8a5a00", ""),
        LinkKind::InformationAdvice => ("#3d5878", "6 4"),
        LinkKind::PressureLobby => ("#a4382a", "2 4"),
        LinkKind::PersonalFamily => ("#5a3670", "10 3 2 3"),
        LinkKind::Conflict => ("#a4382a", ""),
        LinkKind::Collaboration => ("#2f6d3a", ""),
    }
}

/// Where the nth of several that stand on one spot is drawn, so that none hides another: in rings around it.
fn beside(n: usize, of: usize) -> (f32, f32) {
    if of < 2 {
        return (0.0, 0.0);
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let (each, turn, ring) = (of.min(8) as f32, (n % 8) as f32, (n / 8) as f32);
    let angle = turn / each * std::f32::consts::TAU;
    let far = 14.0 / (std::f32::consts::PI / each).sin() + ring * 28.0;
    (angle.cos() * far, angle.sin() * far)
}

struct Sheet {
    out: String,
    language: Language,
}

impl Sheet {
    fn put(&mut self, words: std::fmt::Arguments<'_>) {
        // Writing into a string does not fail.
        let _ = self.out.write_fmt(words);
    }

    fn text(&mut self, (x, y): (f32, f32), size: u8, anchor: &str, words: &str) {
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" text-anchor=\"{anchor}\" fill=\"#1d2320\">{}</text>",
            escape(words)
        ));
    }

    fn told(&mut self, at: (f32, f32), size: u8, anchor: &str, message: Message) {
        let words = message.told(self.language);
        self.text(at, size, anchor, words);
    }

    fn bubble(&mut self, (x, y): (f32, f32), radius: f32, point: &Point<'_>) {
        let Some(rating) = point.rating else { return };
        let tone = colour(rating.alignment);
        // What is older than it counts for is drawn hollow.
        let (fill, dash, ink) =
            if point.counts { (tone, "", "#ffffff") } else { ("#ffffff", " stroke-dasharray=\"3 3\"", "#1d2320") };
        self.put(format_args!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"{fill}\" stroke=\"{tone}\" stroke-width=\"2\"{dash}/>\
             <text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"11\" font-weight=\"700\" text-anchor=\"middle\" fill=\"{ink}\">{}</text>\
             <text x=\"{:.1}\" y=\"{:.1}\" font-size=\"10\" fill=\"#1d2320\">{}</text>",
            y + 4.0,
            sign(rating.alignment),
            x + radius + 1.0,
            y - radius + 4.0,
            point.number,
        ));
    }
}

type Spot = (f32, f32);

fn axes(sheet: &mut Sheet, columns: i16, rows: &[i16], marks: [Message; 4], names: (Message, Message), split: f32) {
    let cell = (WIDE / f32::from(columns), HIGH / f32::from(i16::try_from(rows.len()).unwrap_or(5)));
    sheet.put(format_args!(
        "<rect x=\"{LEFT}\" y=\"{TOP}\" width=\"{WIDE}\" height=\"{HIGH}\" fill=\"#fffdf8\" stroke=\"#e2dacb\"/>\
         <path d=\"M{:.1} {TOP}V{:.1}M{LEFT} {split:.1}H{:.1}\" stroke=\"#857e70\" stroke-width=\"1.5\"/>",
        LEFT + 2.0 * cell.0,
        TOP + HIGH,
        LEFT + WIDE,
    ));
    for column in 1..=columns {
        let x = LEFT + (f32::from(column) - 0.5) * cell.0;
        sheet.text((x, TOP + HIGH + 18.0), 11, "middle", &column.to_string());
    }
    for (n, row) in (0_i16..).zip(rows) {
        let y = TOP + (f32::from(n) + 0.5) * cell.1;
        let words = if *row > 0 && rows.contains(&0) { format!("+{row}") } else { row.to_string() };
        sheet.text((LEFT - 10.0, y + 4.0), 11, "end", &words);
    }
    let at = [
        (LEFT + 8.0, TOP + 18.0),
        (LEFT + 2.0 * cell.0 + 8.0, TOP + 18.0),
        (LEFT + 8.0, TOP + HIGH - 8.0),
        (LEFT + 2.0 * cell.0 + 8.0, TOP + HIGH - 8.0),
    ];
    for (at, mark) in at.into_iter().zip(marks) {
        sheet.told(at, 12, "start", mark);
    }
    sheet.told((LEFT + WIDE / 2.0, TOP + HIGH + 38.0), 12, "middle", names.0);
    let words = escape(names.1.told(sheet.language));
    sheet.put(format_args!(
        "<text transform=\"translate(22 {:.1}) rotate(-90)\" font-size=\"12\" text-anchor=\"middle\" fill=\"#1d2320\">{words}</text>",
        TOP + HIGH / 2.0,
    ));
}

fn arrow(sheet: &mut Sheet, from: Spot, to: Spot) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = dx.hypot(dy);
    if long < 30.0 {
        return;
    }
    let (ux, uy) = (dx / long, dy / long);
    sheet.put(format_args!(
        "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"5\" fill=\"#ffffff\" stroke=\"#857e70\" stroke-width=\"2\"/>\
         <path d=\"M{:.1} {:.1}L{:.1} {:.1}\" stroke=\"#3f4743\" stroke-width=\"2\" marker-end=\"url(#to)\"/>",
        from.0,
        from.1,
        from.0 + ux * 6.0,
        from.1 + uy * 6.0,
        to.0 - ux * 22.0,
        to.1 - uy * 22.0,
    ));
}

/// Draws those that are rated on a grid of interest by something.
fn plotted(
    sheet: &mut Sheet,
    points: &[Point<'_>],
    spot: impl Fn(&Assessment) -> Spot,
    radius: impl Fn(&Assessment) -> f32,
) {
    let mut there: BTreeMap<(i32, i32), usize> = BTreeMap::new();
    #[expect(clippy::cast_possible_truncation, reason = "a place on a sheet")]
    let key = |(x, y): Spot| (x as i32, y as i32);
    let all: Vec<(&Point<'_>, &Assessment)> = points.iter().filter_map(|p| p.rating.map(|r| (p, r))).collect();
    for (_, rating) in &all {
        *there.entry(key(spot(rating))).or_default() += 1;
    }
    let mut drawn: BTreeMap<(i32, i32), usize> = BTreeMap::new();
    for (point, rating) in all {
        let at = spot(rating);
        let n = drawn.entry(key(at)).or_default();
        let (dx, dy) = beside(*n, there.get(&key(at)).copied().unwrap_or(1));
        *n += 1;
        let at = (at.0 + dx, at.1 + dy);
        if let Some(before) = point.before {
            arrow(sheet, spot(before), at);
        }
        sheet.bubble(at, radius(rating), point);
    }
}

fn grid(sheet: &mut Sheet, points: &[Point<'_>]) {
    let marks = [Message::CellSatisfied, Message::CellClosely, Message::CellMonitor, Message::CellInformed];
    let names = (Message::AxisInterest, Message::AxisInfluence);
    axes(sheet, 5, &[5, 4, 3, 2, 1], marks, names, TOP + HIGH * 3.0 / 5.0);
    let spot = |a: &Assessment| {
        (LEFT + (f32::from(a.interest) - 0.5) * WIDE / 5.0, TOP + (5.5 - f32::from(a.influence)) * HIGH / 5.0)
    };
    plotted(sheet, points, spot, |_| 13.0);
}

fn aiim(sheet: &mut Sheet, points: &[Point<'_>]) {
    let marks = [Message::CellEnthuse, Message::CellAlly, Message::CellAware, Message::CellChallenge];
    let names = (Message::AxisInterest, Message::AxisAlignment);
    // Whoever is undecided stands on the line.
    axes(sheet, 5, &[2, 1, 0, -1, -2], marks, names, TOP + HIGH / 2.0);
    let spot = |a: &Assessment| {
        (LEFT + (f32::from(a.interest) - 0.5) * WIDE / 5.0, TOP + (2.5 - f32::from(a.alignment)) * HIGH / 5.0)
    };
    plotted(sheet, points, spot, |a| 8.0 + f32::from(a.influence) * 2.0);
}

fn forces(sheet: &mut Sheet, points: &[Point<'_>]) {
    let middle = LEFT + WIDE / 2.0;
    sheet.put(format_args!("<path d=\"M{middle} {TOP}V{:.1}\" stroke=\"#857e70\" stroke-width=\"2\"/>", TOP + HIGH));
    sheet.told((middle - 12.0, TOP - 8.0), 12, "end", Message::ForcesFor);
    sheet.told((middle + 12.0, TOP - 8.0), 12, "start", Message::ForcesAgainst);
    for way in [true, false] {
        let mut side: Vec<(&Point<'_>, &Assessment)> = points
            .iter()
            .filter_map(|p| p.rating.filter(|r| if way { r.alignment > 0 } else { r.alignment < 0 }).map(|r| (p, r)))
            .collect();
        side.sort_by_key(|(p, r)| (std::cmp::Reverse(r.influence * r.alignment.abs()), p.number));
        for (n, (point, rating)) in (0_i16..).zip(side.into_iter().take(28)) {
            let (y, long) = (TOP + 6.0 + f32::from(n) * 20.5, f32::from(rating.influence) * 26.0);
            let x = if way { middle - long } else { middle };
            let (fill, dash) =
                if point.counts { (colour(rating.alignment), "") } else { ("#ffffff", " stroke-dasharray=\"3 3\"") };
            sheet.put(format_args!(
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{long:.1}\" height=\"14\" fill=\"{fill}\" stroke=\"{}\"{dash}/>",
                colour(rating.alignment)
            ));
            let (at, anchor) = if way { (middle - long - 6.0, "end") } else { (middle + long + 6.0, "start") };
            sheet.text((at, y + 11.0), 10, anchor, &format!("{} {}", point.number, sign(rating.alignment)));
        }
    }
}

fn relations(sheet: &mut Sheet, points: &[Point<'_>], links: &[Link]) {
    let mut spots: BTreeMap<StakeholderId, Spot> = BTreeMap::new();
    let placed: Vec<Spot> = points.iter().filter_map(|p| p.stakeholder.at).collect();
    let (mut low, mut high) = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
    for (x, y) in &placed {
        low = (low.0.min(*x), low.1.min(*y));
        high = (high.0.max(*x), high.1.max(*y));
    }
    let scale = if placed.is_empty() {
        1.0
    } else {
        ((WIDE - 40.0) / (high.0 - low.0).max(1.0)).min((HIGH - 40.0) / (high.1 - low.1).max(1.0))
    };
    #[expect(clippy::cast_precision_loss, reason = "at most a thousand")]
    for (n, point) in points.iter().enumerate() {
        let at = if let Some((x, y)) = point.stakeholder.at {
            (LEFT + 20.0 + (x - low.0) * scale, TOP + 20.0 + (y - low.1) * scale)
        } else {
            // Whom nobody has put anywhere stands on a ring.
            let angle = n as f32 / points.len().max(1) as f32 * std::f32::consts::TAU;
            (LEFT + WIDE / 2.0 + angle.cos() * WIDE * 0.45, TOP + HIGH / 2.0 + angle.sin() * HIGH * 0.45)
        };
        spots.insert(point.stakeholder.id, at);
    }
    for link in links {
        let (Some(from), Some(to)) = (spots.get(&link.from), spots.get(&link.to)) else { continue };
        let (tone, dash) = line(link.kind);
        let head = if link.directed { " marker-end=\"url(#to)\"" } else { "" };
        let long = (to.0 - from.0).hypot(to.1 - from.1).max(1.0);
        let (ux, uy) = ((to.0 - from.0) / long, (to.1 - from.1) / long);
        sheet.put(format_args!(
            "<path d=\"M{:.1} {:.1}L{:.1} {:.1}\" stroke=\"{tone}\" stroke-width=\"{}\" stroke-dasharray=\"{dash}\"{head}/>",
            from.0,
            from.1,
            to.0 - ux * 17.0,
            to.1 - uy * 17.0,
            link.strength,
        ));
    }
    for point in points {
        let Some(at) = spots.get(&point.stakeholder.id) else { continue };
        if point.rating.is_some() {
            sheet.bubble(*at, 11.0, point);
        } else {
            sheet.put(format_args!(
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"11\" fill=\"#ffffff\" stroke=\"#857e70\" stroke-width=\"2\"/>",
                at.0, at.1
            ));
            sheet.text((at.0 + 12.0, at.1 - 7.0), 10, "start", &point.number.to_string());
        }
    }
}

fn key(sheet: &mut Sheet, points: &[Point<'_>]) {
    for (n, point) in (0_i16..).zip(points.iter().take(NAMES)) {
        let y = TOP + 4.0 + f32::from(n) * 15.0;
        sheet.text((KEY + 22.0, y), 10, "end", &point.number.to_string());
        sheet.text((KEY + 30.0, y), 10, "start", &short(&point.name, 56));
    }
    if points.len() > NAMES {
        let more = Message::AndMore.told(sheet.language).replace("{n}", &(points.len() - NAMES).to_string());
        sheet.text((KEY + 30.0, TOP + HIGH + 18.0), 10, "start", &more);
    }
}

fn drawn(view: View, points: &[Point<'_>], links: &[Link], heads: (&str, &str), language: Language) -> String {
    let (title, mark) = heads;
    let out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {W} {H}\" width=\"{W}\" height=\"{H}\" \
         font-family=\"Kantumruy Pro, Noto Sans Khmer, Khmer OS System, sans-serif\"><title>{}</title>\
         <defs><marker id=\"to\" markerWidth=\"7\" markerHeight=\"7\" refX=\"5\" refY=\"3\" orient=\"auto\">\
         <path d=\"M0 0l6 3-6 3z\" fill=\"#3f4743\"/></marker></defs><rect width=\"{W}\" height=\"{H}\" fill=\"#ffffff\"/>",
        escape(title)
    );
    let mut sheet = Sheet { out, language };
    sheet.text((LEFT, 40.0), 18, "start", title);
    sheet.told((LEFT, 62.0), 11, "start", Message::PictureLegend);
    match view {
        View::Grid => grid(&mut sheet, points),
        View::Aiim => aiim(&mut sheet, points),
        View::Forces => forces(&mut sheet, points),
        View::Relations => relations(&mut sheet, points, links),
        View::Table => {}
    }
    key(&mut sheet, points);
    // Across the picture too: a part of it that is cut out still says whose hands it went through.
    let across = escape(mark);
    sheet.put(format_args!(
        "<text transform=\"translate({:.0} {:.0}) rotate(-24)\" font-size=\"26\" text-anchor=\"middle\" fill=\"#1d2320\" \
         fill-opacity=\"0.1\">{across}</text>",
        LEFT + WIDE / 2.0,
        TOP + HIGH / 2.0,
    ));
    sheet.text((LEFT, H - 18.0), 11, "start", mark);
    sheet.out.push_str("</svg>");
    sheet.out
}

fn points<'m>(all: &'m [Stakeholder], ratings: &'m [Assessment], day: NaiveDate, language: Language) -> Vec<Point<'m>> {
    let known = derive::current(ratings, day, None);
    let shown = all.iter().filter(|s| matches!(s.state, StakeholderState::Active | StakeholderState::OfficeVacated));
    let mut points: Vec<Point<'m>> = shown
        .map(|stakeholder| {
            let rating = known.get(&stakeholder.id).copied();
            let before = rating.and_then(|now| {
                ratings.iter().rfind(|a| {
                    a.stakeholder == stakeholder.id
                        && a.objective.is_none()
                        && (a.assessed_on, a.created_at, a.id) < (now.assessed_on, now.created_at, now.id)
                })
            });
            Point {
                number: 0,
                name: stakeholder.name.best(language).0.to_owned(),
                rating,
                before,
                counts: rating.is_some_and(|a| a.counts_on(day)),
                stakeholder,
            }
        })
        .collect();
    points.sort_by_key(|p| (std::cmp::Reverse(p.rating.map(|r| r.influence)), p.stakeholder.id));
    for (n, point) in points.iter_mut().enumerate() {
        point.number = n + 1;
    }
    points
}

fn rows(points: &[Point<'_>]) -> Vec<Vec<String>> {
    let told = points.iter().map(|p| {
        let rated = |of: fn(&Assessment) -> i16| p.rating.map(|r| of(r).to_string()).unwrap_or_default();
        let day = |of: fn(&Assessment) -> NaiveDate| p.rating.map(|r| of(r).to_string()).unwrap_or_default();
        vec![
            p.number.to_string(),
            p.name.clone(),
            rated(|r| r.influence),
            rated(|r| r.interest),
            rated(|r| r.alignment),
            rated(|r| r.confidence),
            day(|r| r.assessed_on),
            day(|r| r.valid_until),
            p.rating.map(|r| r.basis.clone()).unwrap_or_default(),
        ]
    });
    told.collect()
}

/// Takes a picture or the table of a map away, as it was known on a day: for those who lead it, with their name and the time on
/// it; the log of the map is told first.
pub async fn take(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignId,
    (view, day, language): (View, Option<NaiveDate>, Language),
) -> Result<Taken> {
    let campaign: Campaign = service::take_away(pool, env, actor, id, view.act()).await?;
    let zone = networks::store::zone(pool, campaign.network).await?;
    let day = day.unwrap_or_else(|| zone.day(env.now()));
    let who = people::service::name_of(pool, actor, language).await?;
    let mark = Message::PictureMark.told(language).replace("{who}", &who).replace("{at}", &zone.clock(env.now()));
    let all = store::list(pool, Some(id), None).await?;
    let ratings = assessment_store::list(pool, id).await?;
    // What is confidential is never taken away.
    let links: Vec<Link> = link_store::list(pool, Some(id), None)
        .await?
        .into_iter()
        .filter(|l| {
            l.level < crate::access::Level::Confidential
                && l.since.is_none_or(|s| s <= day)
                && l.until.is_none_or(|u| u >= day)
        })
        .collect();
    let points = points(&all, &ratings, day, language);
    let title = campaign.title.best(language).0.to_owned();
    let heads = [
        Message::ColumnNo,
        Message::ColumnStakeholder,
        Message::ColumnInfluence,
        Message::ColumnInterest,
        Message::ColumnAlignment,
        Message::ColumnConfidence,
        Message::ColumnAssessed,
        Message::ColumnValidUntil,
        Message::ColumnBasis,
    ];
    let named = format!("{title}: {} · {day}", view.title().told(language));
    Ok(Taken {
        svg: drawn(view, &points, &links, (&named, &mark), language),
        campaign: title,
        heads: heads.iter().map(|head| head.told(language).to_owned()).collect(),
        rows: rows(&points),
        mark,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_text_in_a_picture_and_nothing_else() {
        let mark = "<script>alert(1)</script> & \"Sok\"";
        let svg = drawn(View::Grid, &[], &[], ("T <b>", mark), Language::En);
        assert!(!svg.contains("<script") && !svg.contains("<b>"), "{svg}");
        assert_eq!(
            svg.matches("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Sok&quot;").count(),
            2,
            "across and below"
        );
    }

    #[test]
    fn those_on_one_spot_do_not_hide_each_other() {
        let spots: Vec<(f32, f32)> = (0..20).map(|n| beside(n, 20)).collect();
        for (n, a) in spots.iter().enumerate() {
            for b in spots.iter().skip(n + 1) {
                assert!((a.0 - b.0).hypot(a.1 - b.1) > 26.0, "{a:?} {b:?}");
            }
        }
    }
}
