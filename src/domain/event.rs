//! Events: outcomes, append-only, in one stream per learner per device.
//!
//! An event's bytes are frozen when it is committed; digest and resend use those very bytes. Unknown
//! kinds and unknown fields are kept. There is no free-text field in any event: nothing a person types
//! can be in one.

use super::day::LearningDay;
use super::ids::{AttemptId, StepId, StreamId, TutorialId};
use super::practice::{Mode, Tally};
use serde::{Deserialize, Serialize};

/// An event's place: its stream and its gap-free number there, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EventRef {
    /// One learner on one device.
    pub stream: StreamId,
    /// 1, 2, 3 … without gaps.
    pub seq: u64,
}

/// How an attempt came to rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// Every step done.
    Finished,
    /// Left for now; it can be resumed.
    Paused {
        /// The last step done, if any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        last_step: Option<StepId>,
        /// How many steps were done.
        steps_done: u32,
    },
}

/// An attempt that ended or paused.
///
/// The order of the fields is that of the bytes: what is often the same comes first and together, what hardly
/// ever is the same comes last, which compresses best.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttemptRested {
    /// Of which tutorial.
    pub tutorial: TutorialId,
    /// From which pack.
    pub pack: u32,
    /// Out of how many steps.
    pub steps_total: u32,
    /// Finished, or paused and where.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// In which mode.
    pub mode: Mode,
    /// Mistakes, near misses and hints so far.
    pub tally: Tally,
    /// Which attempt; counts are sizes of sets of these.
    pub attempt: AttemptId,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Happening {
    /// An attempt ended or paused.
    AttemptRested(AttemptRested),
    /// She says that she did it in the real app.
    TriedForReal {
        /// Which tutorial.
        tutorial: TutorialId,
    },
    /// She agreed that her progress is sent.
    ConsentGiven {
        /// Which wording of the sentence she agreed to; see [`crate::domain::consent::WORDING`].
        wording: u32,
    },
    /// She took that back.
    ConsentWithdrawn,
}

/// An event as it is written: the day, then the happening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The learning day, made sane once, when written.
    pub day: LearningDay,
    /// What happened.
    #[serde(flatten)]
    pub happening: Happening,
}

/// An event as it is read back: this build may not know its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recorded {
    /// Understood.
    Known(Event),
    /// Written by a newer build, or by another kind of client: kept, sent on, not folded.
    Unknown,
}

impl Event {
    /// The bytes to freeze.
    ///
    /// # Errors
    /// Only if serialisation itself fails, which no value of this type is known to cause.
    pub fn freeze(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }
}

impl Recorded {
    /// Reads frozen bytes. Never fails: what cannot be read is unknown, and stays where it is.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).ok();
        let event = text.and_then(|text| serde_json::from_str(text).ok());
        event.map_or(Self::Unknown, Self::Known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn the_bytes_of_an_event_do_not_change() {
        let paused = |last_step: Option<&str>, steps_done| Outcome::Paused {
            last_step: last_step.map(StepId::from),
            steps_done,
        };
        for (outcome, golden) in [
            (
                Outcome::Finished,
                r#"{"day":20780,"kind":"attempt-rested","tutorial":"vneid-login","pack":1,"steps_total":5,"outcome":"finished","mode":"alone","tally":[1,2,0],"attempt":"0000000007"}"#,
            ),
            (
                paused(Some("log-in"), 4),
                r#"{"day":20780,"kind":"attempt-rested","tutorial":"vneid-login","pack":1,"steps_total":5,"outcome":"paused","last_step":"log-in","steps_done":4,"mode":"alone","tally":[1,2,0],"attempt":"0000000007"}"#,
            ),
            (
                paused(None, 0),
                r#"{"day":20780,"kind":"attempt-rested","tutorial":"vneid-login","pack":1,"steps_total":5,"outcome":"paused","steps_done":0,"mode":"alone","tally":[1,2,0],"attempt":"0000000007"}"#,
            ),
        ] {
            let event = rested(AttemptId(Uuid::from_u128(7)), outcome);
            let bytes = event.freeze().expect("freezes");
            assert_eq!(String::from_utf8_lossy(&bytes), golden);
            assert_eq!(Recorded::read(&bytes), Recorded::Known(event));
        }
    }

    fn rested(attempt: AttemptId, outcome: Outcome) -> Event {
        Event {
            day: LearningDay(20_780),
            happening: Happening::AttemptRested(AttemptRested {
                tutorial: "vneid-login".into(),
                pack: 1,
                steps_total: 5,
                outcome,
                mode: Mode::Alone,
                tally: Tally {
                    mistakes: 1,
                    near_misses: 2,
                    hints: 0,
                },
                attempt,
            }),
        }
    }

    #[test]
    fn attempts_as_the_first_builds_wrote_them_are_understood() {
        let id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
        let written = |outcome: &str| {
            format!(
                r#"{{"day":20780,"kind":"attempt-rested","attempt":"{id}","tutorial":"vneid-login","pack":1,"mode":"alone","outcome":"{outcome}","last_step":"log-in","steps_done":5,"steps_total":5,"tally":{{"mistakes":1,"near_misses":2,"hints":0}}}}"#
            )
        };
        let paused = Outcome::Paused {
            last_step: Some("log-in".into()),
            steps_done: 5,
        };
        for (word, outcome) in [("finished", Outcome::Finished), ("paused", paused)] {
            let event = rested(id.parse().expect("an id"), outcome);
            assert_eq!(Recorded::read(written(word).as_bytes()), Recorded::Known(event));
        }
    }

    #[test]
    fn tried_for_real_has_golden_bytes_too() {
        let event = Event {
            day: LearningDay(20_781),
            happening: Happening::TriedForReal {
                tutorial: "vneid-login".into(),
            },
        };
        let golden = r#"{"day":20781,"kind":"tried-for-real","tutorial":"vneid-login"}"#;
        assert_eq!(event.freeze().expect("freezes"), golden.as_bytes());
    }

    #[test]
    fn consent_has_golden_bytes_and_names_no_share() {
        let golden = [
            (
                Happening::ConsentGiven { wording: 1 },
                r#"{"day":20781,"kind":"consent-given","wording":1}"#,
            ),
            (
                Happening::ConsentWithdrawn,
                r#"{"day":20781,"kind":"consent-withdrawn"}"#,
            ),
        ];
        for (happening, bytes) in golden {
            let day = LearningDay(20_781);
            let event = Event { day, happening };
            assert_eq!(event.freeze().expect("freezes"), bytes.as_bytes());
            assert_eq!(Recorded::read(bytes.as_bytes()), Recorded::Known(event));
        }
    }

    #[test]
    fn an_unknown_kind_is_kept_not_refused_and_unknown_fields_are_ignored() {
        let newer = br#"{"day":20781,"kind":"sang-a-song","loudness":11}"#;
        assert_eq!(Recorded::read(newer), Recorded::Unknown);
        let extra = br#"{"day":20781,"kind":"tried-for-real","tutorial":"x","weather":"rain"}"#;
        assert!(matches!(Recorded::read(extra), Recorded::Known(_)));
        assert_eq!(Recorded::read(b"\xff\x00 not json"), Recorded::Unknown);
    }
}
