//! Logos: an uploaded picture drawn anew, small, and as visible as its organisation.
//!
//! Nothing of the sent file is kept but its pixels: cameras write places and devices into pictures, and a file can
//! be two kinds at once.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, ImageReader, Limits};
use sala_kernel::{Env, Error, Message, OrganisationId, Pool, Result, Tx, Violation};
use sha2::{Digest as _, Sha256};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Organisation, service::announce, store};
use crate::access::{Actor, Authorized, acts::EditOrganisation, authorize};

/// Longest side of a kept logo, in pixels.
pub const SIDE: u32 = 512;
/// Longest side of a picture that is read at all, in pixels.
const READ_SIDE: u32 = 8_000;
/// Most memory that reading a picture may take, in bytes.
const READ_BYTES: u64 = 96 * 1024 * 1024;

/// A picture ready to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    bytes: Vec<u8>,
    hash: String,
    width: u32,
    height: u32,
}

/// What is known of a kept logo without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Whose.
    pub organisation: OrganisationId,
    /// SHA-256 in hexadecimal.
    pub hash: String,
    /// In pixels.
    pub width: i32,
    /// In pixels.
    pub height: i32,
}

/// Draws a sent picture anew: PNG, JPEG or WebP in, PNG out, at most [`SIDE`] on a side. Takes as long as reading a
/// picture takes: call it where blocking is allowed.
pub fn draw(sent: &[u8]) -> Result<Drawn> {
    let refuse = |message| Error::Invalid(vec![Violation { field: "logo".into(), message }]);
    let unreadable = || refuse(Message::NotAPicture);
    let format = image::guess_format(sent).map_err(|_| unreadable())?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP) {
        return Err(unreadable());
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(READ_SIDE);
    limits.max_image_height = Some(READ_SIDE);
    limits.max_alloc = Some(READ_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(sent), format);
    reader.limits(limits);
    let picture = reader.decode().map_err(|error| match error {
        image::ImageError::Limits(_) => refuse(Message::PictureTooLarge),
        _ => unreadable(),
    })?;
    let picture =
        if picture.width() > SIDE || picture.height() > SIDE { picture.thumbnail(SIDE, SIDE) } else { picture };
    let picture = DynamicImage::ImageRgba8(picture.into_rgba8());
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).map_err(Error::internal)?;
    // A photograph at full size does not compress; half the side still makes a logo.
    let (picture, bytes) = if bytes.len() > 500_000 {
        let smaller = picture.thumbnail(SIDE / 2, SIDE / 2);
        let mut bytes = Vec::new();
        smaller.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).map_err(Error::internal)?;
        (smaller, bytes)
    } else {
        (picture, bytes)
    };
    let hash = Sha256::digest(&bytes).iter().fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"));
    Ok(Drawn { hash, width: picture.width(), height: picture.height(), bytes })
}

/// Whether an actor may set a logo: the same answers as [`set`], before there is a picture.
pub async fn may_set(pool: &Pool, actor: &Actor, id: OrganisationId) -> Result<()> {
    let organisation = store::lookup(pool, id).await?.ok_or(Error::NotFound)?;
    let facts = store::facts(pool, &organisation).await?;
    let _: Authorized<_, EditOrganisation> = authorize(actor, organisation, &facts)?;
    Ok(())
}

/// Gives an organisation its logo, or takes it away.
pub async fn set(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: OrganisationId,
    logo: Option<Drawn>,
) -> Result<Organisation> {
    let mut tx = pool.begin().await?;
    let organisation = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let facts = store::facts(&mut *tx, &organisation).await?;
    let proof: Authorized<_, EditOrganisation> = authorize(actor, organisation, &facts)?;
    match &logo {
        Some(logo) => put(&mut tx, env, &proof, logo).await?,
        None => remove(&mut tx, &proof).await?,
    }
    announce(&mut tx, env, proof.deed(), id, "organisation.edited", serde_json::Value::Null).await?;
    tx.commit().await?;
    Ok(proof.thing().clone())
}

async fn put(
    tx: &mut Tx<'_>,
    env: &Env,
    whose: &Authorized<Organisation, EditOrganisation>,
    logo: &Drawn,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO organisation_logos (organisation_id, bytes, hash, width, height, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (organisation_id) DO UPDATE
         SET bytes = excluded.bytes, hash = excluded.hash, width = excluded.width, height = excluded.height,
             updated_at = excluded.updated_at, updated_by = excluded.updated_by",
        whose.thing().id.0,
        logo.bytes,
        logo.hash,
        i32::try_from(logo.width).map_err(Error::internal)?,
        i32::try_from(logo.height).map_err(Error::internal)?,
        env.now(),
        whose.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn remove(tx: &mut Tx<'_>, whose: &Authorized<Organisation, EditOrganisation>) -> Result<()> {
    sqlx::query!("DELETE FROM organisation_logos WHERE organisation_id = $1", whose.thing().id.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The logos of those organisations that have one. The caller has judged that they may be seen.
pub async fn of(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<Logo>> {
    let rows = sqlx::query!(
        "SELECT organisation_id, hash, width, height FROM organisation_logos WHERE organisation_id = ANY($1)",
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Logo {
            organisation: OrganisationId(row.organisation_id),
            hash: row.hash,
            width: row.width,
            height: row.height,
        })
        .collect())
}

/// The picture itself and its hash, for one who may see the organisation.
pub async fn read(pool: &Pool, actor: &Actor, id: OrganisationId) -> Result<Option<(String, Vec<u8>)>> {
    if store::visible(pool, actor, &[id.0]).await?.is_empty() {
        return Ok(None);
    }
    let row = sqlx::query!("SELECT hash, bytes FROM organisation_logos WHERE organisation_id = $1", id.0)
        .fetch_optional(pool)
        .await?;
    Ok(row.map(|row| (row.hash, row.bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::new_rgb8(width, height).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        bytes
    }

    #[test]
    fn a_picture_is_drawn_small_and_the_same_picture_always_the_same() {
        let drawn = draw(&png(2000, 1000)).unwrap();
        assert_eq!((drawn.width, drawn.height), (512, 256));
        assert_eq!(drawn, draw(&png(2000, 1000)).unwrap());
        assert_eq!(image::guess_format(&drawn.bytes).unwrap(), ImageFormat::Png);
    }

    #[test]
    fn what_hides_behind_the_pixels_is_left_behind() {
        let mut sent = png(40, 40);
        sent.extend_from_slice(b"<script>alert(1)</script> GPS 13.1 N 103.2 E");
        let drawn = draw(&sent).unwrap();
        assert!(!drawn.bytes.windows(3).any(|w| w == b"GPS"));
    }

    #[test]
    fn what_is_no_picture_or_far_too_large_is_refused() {
        let words = |sent: &[u8]| match draw(sent) {
            Err(Error::Invalid(found)) => found[0].message,
            other => panic!("{other:?}"),
        };
        assert_eq!(words(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Message::NotAPicture);
        assert_eq!(words(&png(40, 40)[..60]), Message::NotAPicture);
        assert_eq!(words(b""), Message::NotAPicture);
        assert_eq!(words(&png(9000, 2)), Message::PictureTooLarge);
    }
}
