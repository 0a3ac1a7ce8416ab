//! The protocol as it is published for programs.

use super::device::TestServer;

#[tokio::test]
async fn the_published_protocol_is_the_one_that_was_agreed_on() {
    let server = TestServer::new().await;
    let answer = server.stranger().get("/openapi.json").await;
    let document: serde_json::Value = answer.read();
    insta::with_settings!({snapshot_path => "snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("openapi", serde_json::to_string_pretty(&document).unwrap());
    });
}
