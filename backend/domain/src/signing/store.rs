//! Sign-ons and endorsements in the database.

use chrono::{DateTime, Utc};
use sala_kernel::{
    DecisionId, DocumentId, Env, LText, NetworkId, OrganisationId, Page, PageRequest, PaperId, PersonId, Result, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{
    Attribution, Basis, Channel, Clocks, Endorsement, EndorsementState, FrozenText, NameOrder, NewSignOn, Progress,
    SignOn, Threshold, guest_store,
};
use crate::mandates::TextKind;

/// A text that is signed from now on; the same text is kept once.
pub(super) async fn freeze(tx: &mut Tx<'_>, env: &Env, text: &FrozenText) -> Result<()> {
    sqlx::query!(
        "INSERT INTO frozen_texts (paper_id, hash, body_en, body_km, hash_en, hash_km, frozen_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        text.paper.0,
        text.hash,
        text.english,
        text.khmer,
        text.hash_english,
        text.hash_khmer,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A text that was signed, by its hash; the caller has made sure that its paper may be known.
pub async fn frozen(db: impl PgExecutor<'_>, paper: PaperId, hash: &[u8]) -> Result<Option<FrozenText>> {
    let row = sqlx::query!(
        "SELECT body_en, body_km, hash_en, hash_km, frozen_at FROM frozen_texts WHERE paper_id = $1 AND hash = $2",
        paper.0,
        hash,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| FrozenText {
        paper,
        hash: hash.to_owned(),
        english: row.body_en,
        khmer: row.body_km,
        hash_english: row.hash_en,
        hash_khmer: row.hash_km,
        frozen_at: row.frozen_at,
    }))
}

/// Opens a paper for signing, or opens it again.
pub(super) async fn open(
    tx: &mut Tx<'_>,
    env: &Env,
    by: Option<PersonId>,
    network: NetworkId,
    text: &FrozenText,
    new: &NewSignOn,
) -> Result<()> {
    let required: Vec<Uuid> = new.threshold.required.iter().map(|o| o.0).collect();
    let (kinds, counts): (Vec<String>, Vec<i32>) = new.threshold.kinds.iter().cloned().unzip();
    sqlx::query!(
        "INSERT INTO sign_ons (paper_id, network_id, text_hash, opened_at, opened_by, soft_deadline, deadline, min_count, min_pct,
                               min_provinces, required, addressees, no_objection, name_order, kinds, kind_counts)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         ON CONFLICT (paper_id) DO UPDATE SET
             text_hash = excluded.text_hash, opened_at = excluded.opened_at, opened_by = excluded.opened_by,
             soft_deadline = excluded.soft_deadline, deadline = excluded.deadline, extended_from = NULL, extension_reason = '',
             min_count = excluded.min_count, min_pct = excluded.min_pct, min_provinces = excluded.min_provinces,
             required = excluded.required, addressees = excluded.addressees, closed_at = NULL, met = NULL,
             no_objection = excluded.no_objection, name_order = excluded.name_order, lowered_by = NULL, kinds = excluded.kinds, kind_counts = excluded.kind_counts,
             round = sign_ons.round + 1, version = sign_ons.version + 1",
        text.paper.0,
        network.0,
        text.hash,
        env.now(),
        by.map(|p| p.0),
        new.clocks.soft,
        new.clocks.deadline,
        new.threshold.count,
        new.threshold.pct,
        new.threshold.provinces,
        &required,
        new.addressees,
        new.threshold.no_objection,
        new.order as NameOrder,
        &kinds,
        &counts,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A paper's sign-on; the caller has made sure that the paper may be known.
pub async fn find(db: impl PgExecutor<'_>, paper: PaperId) -> Result<Option<SignOn>> {
    let row = sqlx::query!(
        r#"SELECT network_id, text_hash, opened_at, soft_deadline, deadline, extended_from, extension_reason, min_count, min_pct,
                min_provinces, required, addressees, closed_at, met, round, version, no_objection, lowered_by, kinds, kind_counts,
                name_order AS "name_order: NameOrder"
         FROM sign_ons WHERE paper_id = $1"#,
        paper.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| SignOn {
        paper,
        network: NetworkId(row.network_id),
        text: row.text_hash,
        opened_at: row.opened_at,
        clocks: Clocks { soft: row.soft_deadline, deadline: row.deadline },
        extended_from: row.extended_from,
        extension_reason: row.extension_reason,
        threshold: Threshold {
            count: row.min_count,
            pct: row.min_pct,
            provinces: row.min_provinces,
            required: row.required.into_iter().map(OrganisationId).collect(),
            no_objection: row.no_objection,
            kinds: row.kinds.into_iter().zip(row.kind_counts).collect(),
        },
        addressees: row.addressees,
        closed_at: row.closed_at,
        met: row.met,
        order: row.name_order,
        lowered_by: row.lowered_by.map(DecisionId),
        round: row.round,
        version: row.version,
    }))
}

/// The next sign-on that is over and not yet judged, held until the transaction ends.
pub(super) async fn hold_due(tx: &mut Tx<'_>, env: &Env) -> Result<Option<PaperId>> {
    let due = sqlx::query_scalar!(
        "SELECT s.paper_id FROM sign_ons s JOIN papers p ON p.id = s.paper_id
         WHERE s.closed_at IS NULL AND s.deadline <= $1 AND p.state = 'sign_on'
         ORDER BY s.deadline LIMIT 1 FOR UPDATE OF p SKIP LOCKED",
        env.now(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(due.map(PaperId))
}

/// It is over.
pub(super) async fn close(tx: &mut Tx<'_>, env: &Env, paper: PaperId, met: bool) -> Result<()> {
    sqlx::query!(
        "UPDATE sign_ons SET closed_at = $2, met = $3, version = version + 1 WHERE paper_id = $1",
        paper.0,
        env.now(),
        met,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Published although not all came together, by a decision.
pub(super) async fn lower(tx: &mut Tx<'_>, paper: PaperId, by: DecisionId) -> Result<()> {
    sqlx::query!("UPDATE sign_ons SET lowered_by = $2, version = version + 1 WHERE paper_id = $1", paper.0, by.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// A later deadline, once.
pub(super) async fn extend(tx: &mut Tx<'_>, paper: PaperId, to: DateTime<Utc>, reason: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE sign_ons SET extended_from = deadline, deadline = $2, extension_reason = $3, closed_at = NULL, met = NULL,
                             version = version + 1
         WHERE paper_id = $1",
        paper.0,
        to,
        reason,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whoever has signed is asked anew: the text goes back to its drafters. Each as it stands now comes back.
pub(crate) async fn reconfirm(tx: &mut Tx<'_>, env: &Env, paper: PaperId) -> Result<()> {
    sqlx::query!(
        "WITH asked AS (
             UPDATE endorsements SET state = 'reconfirm', version = version + 1
             WHERE paper_id = $1 AND state IN ('endorsed', 'endorsed_with_reservation')
             RETURNING paper_id, organisation_id, attribution, text_hash, basis, reservation
         )
         INSERT INTO endorsement_acts (paper_id, organisation_id, state, attribution, text_hash, basis, reservation, note, at)
         SELECT paper_id, organisation_id, 'reconfirm', attribution, text_hash, basis, reservation, '', $2 FROM asked",
        paper.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    guest_store::reconfirm(tx, paper).await?;
    // What was proposed to be published is not what comes out of it.
    sqlx::query!("DELETE FROM publications WHERE paper_id = $1 AND confirmed_at IS NULL", paper.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "UPDATE sign_ons SET closed_at = COALESCE(closed_at, $2), met = COALESCE(met, false), version = version + 1 WHERE paper_id = $1",
        paper.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A page of what organisations have said to a paper, in the order in which they last said it; by public name alone where
/// `named`. The caller has made sure that the paper, and what is asked for of it, may be known.
pub async fn said(
    db: impl PgExecutor<'_>,
    paper: PaperId,
    named: bool,
    organisations: Option<&[Uuid]>,
    page: &PageRequest,
) -> Result<Page<Endorsement>> {
    let rows = sqlx::query!(
        r#"WITH said AS (
               SELECT * FROM endorsements
               WHERE paper_id = $1 AND ($2::uuid[] IS NULL OR organisation_id = ANY($2))
                 AND (NOT $3 OR (attribution = 'public' AND state IN ('endorsed', 'endorsed_with_reservation')))
           )
           SELECT organisation_id AS "organisation_id!", state AS "state!: EndorsementState", person_id, basis AS "basis: Basis",
                  text_hash AS "text_hash!", attribution AS "attribution!: Attribution", logo AS "logo!", display_en AS "display_en!",
                  display_km AS "display_km!", reservation AS "reservation!", reservation_sections AS "reservation_sections!", dissent AS "dissent!",
                  note AS "note!", channel AS "channel!: Channel", recorded_by, evidence_id, mandate_id, stated_at AS "stated_at!",
                  (SELECT count(*) FROM said) AS "total!"
           FROM said WHERE $4::timestamptz IS NULL OR (stated_at, organisation_id) > ($4, $5)
           ORDER BY stated_at, organisation_id LIMIT $6"#,
        paper.0,
        organisations,
        named,
        page.after(0).and_then(|at| at.parse::<DateTime<Utc>>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Endorsement> = rows
        .into_iter()
        .map(|row| Endorsement {
            paper,
            organisation: OrganisationId(row.organisation_id),
            state: row.state,
            person: row.person_id.map(PersonId),
            basis: row.basis,
            text: row.text_hash,
            attribution: row.attribution,
            logo: row.logo,
            display: LText::new(row.display_en, row.display_km),
            reservation: row.reservation,
            sections: row.reservation_sections,
            dissent: row.dissent,
            note: row.note,
            channel: row.channel,
            recorded_by: row.recorded_by.map(PersonId),
            evidence: row.evidence_id.map(DocumentId),
            mandate: row.mandate_id.map(DocumentId),
            stated_at: row.stated_at,
        })
        .collect();
    Ok(page.close(found, total, |e: &Endorsement| vec![e.stated_at.to_rfc3339(), e.organisation.0.to_string()]))
}

/// What one organisation has said to a paper.
pub async fn of(db: impl PgExecutor<'_>, paper: PaperId, organisation: OrganisationId) -> Result<Option<Endorsement>> {
    let found = said(db, paper, false, Some(&[organisation.0]), &PageRequest::whole()).await?;
    Ok(found.items.into_iter().next().map(|(_, endorsement)| endorsement))
}

/// A statement: it takes the place of the one before, which stays written down.
pub(super) async fn put(tx: &mut Tx<'_>, said: &Endorsement) -> Result<()> {
    sqlx::query!(
        "INSERT INTO endorsements (paper_id, organisation_id, state, person_id, basis, text_hash, attribution, logo, display_en,
                                   display_km, reservation, reservation_sections, note, channel, recorded_by, evidence_id, stated_at, mandate_id, dissent)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
         ON CONFLICT (paper_id, organisation_id) DO UPDATE SET
             state = excluded.state, person_id = excluded.person_id, basis = excluded.basis, text_hash = excluded.text_hash,
             attribution = excluded.attribution, logo = excluded.logo, display_en = excluded.display_en,
             display_km = excluded.display_km, reservation = excluded.reservation,
             reservation_sections = excluded.reservation_sections, note = excluded.note, channel = excluded.channel,
             recorded_by = excluded.recorded_by, evidence_id = excluded.evidence_id, stated_at = excluded.stated_at, mandate_id = excluded.mandate_id, dissent = excluded.dissent,
             version = endorsements.version + 1",
        said.paper.0,
        said.organisation.0,
        said.state as EndorsementState,
        said.person.map(|p| p.0),
        said.basis as Option<Basis>,
        said.text,
        said.attribution as Attribution,
        said.logo,
        said.display.en,
        said.display.km,
        said.reservation,
        &said.sections,
        said.note,
        said.channel as Channel,
        said.recorded_by.map(|p| p.0),
        said.evidence.map(|d| d.0),
        said.stated_at,
        said.mandate.map(|d| d.0),
        said.dissent,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO endorsement_acts (paper_id, organisation_id, state, attribution, text_hash, person_id, note, at, basis, reservation)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        said.paper.0,
        said.organisation.0,
        said.state as EndorsementState,
        said.attribution as Attribution,
        said.text,
        said.person.or(said.recorded_by).map(|p| p.0),
        said.note,
        said.stated_at,
        said.basis as Option<Basis>,
        said.reservation,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// How far a sign-on has come. Provinces, types, full members and required names are counted from public names alone, whoever asks: from
/// anything else one could tell whose name is withheld.
pub async fn progress(db: impl PgExecutor<'_>, sign_on: &SignOn) -> Result<Progress> {
    let required: Vec<Uuid> = sign_on.threshold.required.iter().map(|o| o.0).collect();
    let kinds: Vec<String> = sign_on.threshold.kinds.iter().map(|(kind, _)| kind.clone()).collect();
    let row = sqlx::query!(
        r#"WITH signed AS (
               SELECT e.organisation_id, e.attribution, m.tier, left(o.hq_place, 2) AS province, o.kind FROM endorsements e
               JOIN organisations o ON o.id = e.organisation_id
               LEFT JOIN memberships m ON m.network_id = $2 AND m.organisation_id = e.organisation_id AND m.state = 'active'
               WHERE e.paper_id = $1 AND e.state IN ('endorsed', 'endorsed_with_reservation') AND e.text_hash = $3
               UNION ALL
               -- Who is no member counts, and in no share of members or provinces.
               SELECT NULL, g.attribution, NULL, NULL, NULL FROM guest_signatures g
               WHERE g.paper_id = $1 AND g.state IN ('endorsed', 'endorsed_with_reservation') AND g.text_hash = $3
                 AND g.confirmed_at IS NOT NULL AND g.revoked_at IS NULL
           )
           SELECT (SELECT count(*) FROM signed) AS "count!",
                  (SELECT count(*) FROM signed WHERE attribution <> 'public') AS "withheld!",
                  (SELECT count(*) FROM signed WHERE tier = 'full' AND attribution = 'public') AS "full!",
                  (SELECT count(*) FROM memberships WHERE network_id = $2 AND state = 'active' AND tier = 'full') AS "full_members!",
                  (SELECT count(DISTINCT province) FROM signed WHERE attribution = 'public') AS "provinces!",
                  (SELECT count(*) FROM endorsements e WHERE e.paper_id = $1 AND e.state = 'objected' AND e.text_hash = $3) AS "objections!",
                  ARRAY(SELECT (SELECT count(*) FROM signed s WHERE s.kind = k.kind AND s.attribution = 'public')
                        FROM unnest($5::text[]) WITH ORDINALITY AS k(kind, place) ORDER BY k.place) AS "kinds!",
                  ARRAY(SELECT r.id FROM unnest($4::uuid[]) AS r(id)
                        WHERE NOT EXISTS (SELECT FROM signed s WHERE s.organisation_id = r.id AND s.attribution = 'public')) AS "missing!""#,
        sign_on.paper.0,
        sign_on.network.0,
        sign_on.text,
        &required,
        &kinds,
    )
    .fetch_one(db)
    .await?;
    Ok(Progress {
        count: row.count,
        withheld: row.withheld,
        full: row.full,
        full_members: row.full_members,
        provinces: row.provinces,
        missing: row.missing.into_iter().map(OrganisationId).collect(),
        objections: row.objections,
        kinds: kinds.into_iter().zip(row.kinds).collect(),
    })
}

/// Whether a signatory's mandate covers a paper of a kind now, and whether the organisation has decided on such beforehand.
/// A mandate that is limited to themes covers papers on one of them.
pub(super) async fn covered(
    tx: &mut Tx<'_>,
    env: &Env,
    paper: (PaperId, NetworkId, TextKind),
    organisation: OrganisationId,
    person: Option<PersonId>,
) -> Result<(bool, bool)> {
    let (paper, network, kind) = paper;
    let row = sqlx::query!(
        r#"SELECT EXISTS (SELECT FROM role_grants g WHERE g.network_id = $1 AND g.organisation_id = $2 AND g.person_id = $3
                          AND g.role = 'signatory' AND g.ended_at IS NULL AND (g.until_at IS NULL OR g.until_at > $5)
                          AND (g.text_kinds = '{}' OR $4 = ANY(g.text_kinds))
                          AND (NOT EXISTS (SELECT FROM role_grant_themes t WHERE t.grant_id = g.id)
                               OR EXISTS (SELECT FROM role_grant_themes t JOIN paper_themes p USING (term_id)
                                          WHERE t.grant_id = g.id AND p.paper_id = $6))) AS "signs!",
                  EXISTS (SELECT FROM standing_mandates s JOIN memberships m ON m.id = s.membership_id
                          JOIN networks n ON n.id = m.network_id
                          WHERE m.network_id = $1 AND m.organisation_id = $2 AND s.ended_at IS NULL
                          AND s.valid_until >= ($5::timestamptz AT TIME ZONE n.timezone)::date
                          AND (s.text_kinds = '{}' OR $4 = ANY(s.text_kinds))
                          AND (NOT EXISTS (SELECT FROM standing_mandate_themes t WHERE t.mandate_id = s.id)
                               OR EXISTS (SELECT FROM standing_mandate_themes t JOIN paper_themes p USING (term_id)
                                          WHERE t.mandate_id = s.id AND p.paper_id = $6))) AS "standing!""#,
        network.0,
        organisation.0,
        person.map(|p| p.0),
        kind as TextKind,
        env.now(),
        paper.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok((row.signs, row.standing))
}

/// Whether an organisation is a member in good standing.
pub(super) async fn is_member(tx: &mut Tx<'_>, network: NetworkId, organisation: OrganisationId) -> Result<bool> {
    let member = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM memberships WHERE network_id = $1 AND organisation_id = $2 AND state = 'active') AS "member!""#,
        network.0,
        organisation.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(member)
}
