//! `GET /openapi.json`: the protocol for programs. The words of it are those of the types.

use super::{entrance, shares, sync};
use crate::domain::ids::{DeviceId, ShareId, StreamId};
use crate::sync::digest::{EventHash, PrefixDigest};
use crate::sync::secret::{Claim, JoinCode};
use crate::sync::wire::WIRE;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use std::sync::LazyLock;
use utoipa::openapi::schema::{SchemaFormat, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ObjectBuilder, OpenApi as Document, RefOr, Schema};
use utoipa::{Modify, OpenApi, PartialSchema, ToSchema};

/// Everything under `/v1`.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Cùng Tiến",
        description = "How a learner's progress travels between her devices and a server. docs/sync-protocol.md says \
            what each answer means for a device."
    ),
    servers((url = "/", description = "The server that publishes this")),
    paths(
        shares::enrol,
        sync::sync,
        entrance::create_code,
        entrance::redeem,
        entrance::recover,
        shares::devices,
        shares::remove,
        shares::renew_claim,
    ),
    components(schemas(crate::sync::wire::Problem, crate::sync::wire::ProblemCode)),
    modifiers(&Bearers)
)]
struct Protocol;

struct Bearers;

impl Modify for Bearers {
    fn modify(&self, document: &mut Document) {
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("64 hexadecimal digits")
            .build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    }
}

/// Written once: it is the same for everybody.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| published().unwrap_or_default());

/// With what the crate for it has no word for: `wire` is one number and no other.
fn published() -> serde_json::Result<String> {
    let mut document = serde_json::to_value(Protocol::openapi())?;
    for body in ["SyncRequest", "SyncReply"] {
        let place = format!("/components/schemas/{body}/properties/wire");
        if let Some(serde_json::Value::Object(wire)) = document.pointer_mut(&place) {
            wire.insert("const".into(), WIRE.into());
        }
    }
    serde_json::to_string(&document)
}

pub(super) async fn document() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], DOCUMENT.as_str())
}

fn hexadecimal(bytes: usize) -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some(format!("^[0-9a-f]{{{}}}$", bytes * 2)))
        .build()
        .into()
}

fn identifier() -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::Custom("uuid".into())))
        .build()
        .into()
}

macro_rules! schemas {
    ($($name:ty => $schema:expr),* $(,)?) => {
        $(
            impl PartialSchema for $name {
                fn schema() -> RefOr<Schema> {
                    $schema
                }
            }

            impl ToSchema for $name {}
        )*
    };
}

schemas! {
    ShareId => identifier(),
    StreamId => identifier(),
    DeviceId => identifier(),
    PrefixDigest => hexadecimal(16),
    EventHash => hexadecimal(32),
    Claim => hexadecimal(32),
    JoinCode => hexadecimal(4),
}
