//! Words for how sharing stands, and for why something did not work.

use crate::core::CoreError;
use crate::core::courier::{ErrandError, ProblemCode, SpokenError, Trouble};
use crate::core::view::{SentAt, ShareView};
use crate::i18n::Tr;
use crate::ui::names;

/// How it stands, in one sentence, why it is no further, and whether all is well.
pub(super) struct Standing {
    pub(super) text: String,
    pub(super) detail: Option<String>,
    pub(super) ok: bool,
}

/// How an open share stands. `in_vain`: she asked for it just now, and it came to nothing.
pub(super) fn standing(tr: Tr, share: &ShareView, in_vain: bool) -> Standing {
    let unsent = share.unsent_events > 0;
    let text = match (share.unsent_lessons, unsent, share.sent_at) {
        (0, true, _) => tr.line_unsent_other(),
        (0, false, Some(at)) => sent(tr, at),
        (0, false, None) => tr.line_waiting(),
        (lessons, ..) => tr.line_unsent(lessons),
    };
    let matters = unsent || in_vain;
    // With everything sent, a lost network is nobody's trouble; a lasting one is, and one she has just met.
    let trouble = share.trouble.filter(|trouble| matters || lasts(*trouble));
    let wait = share.wait_until.filter(|_| matters);
    Standing {
        text,
        detail: wait
            .map(|at| tr.why_wait(names::time(at)))
            .or_else(|| trouble.map(|trouble| why(tr, trouble))),
        ok: !unsent && trouble.is_none(),
    }
}

fn sent(tr: Tr, at: SentAt) -> String {
    if at.today {
        tr.line_sent(names::time(at))
    } else {
        tr.line_sent_day(names::day(at.day))
    }
}

/// Whether waiting does not help.
const fn lasts(trouble: Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Refused(ProblemCode::WireTooOld | ProblemCode::Revoked)
    )
}

/// What kind of trouble, as far as it matters to a learner: each has a sentence and something to do.
enum Kind {
    Offline,
    Unreachable,
    Insecure,
    Slow,
    CutOff,
    Portal,
    Blocked,
    Busy,
    Full,
    NotOurs,
    TooOld,
    ServerOld,
    LockedOut,
    Other,
}

fn kind(trouble: Trouble) -> Kind {
    match trouble {
        Trouble::Offline => Kind::Offline,
        Trouble::Unreachable => Kind::Unreachable,
        Trouble::Insecure => Kind::Insecure,
        Trouble::TimedOut => Kind::Slow,
        Trouble::CutOff => Kind::CutOff,
        Trouble::Portal => Kind::Portal,
        Trouble::Blocked => Kind::Blocked,
        Trouble::Gateway => Kind::Busy,
        Trouble::Full => Kind::Full,
        Trouble::NotOurs => Kind::NotOurs,
        Trouble::Garbled => Kind::Other,
        Trouble::Refused(code) => match code {
            ProblemCode::TooSlow | ProblemCode::TooLarge | ProblemCode::TooMuch => Kind::Slow,
            ProblemCode::TooOften | ProblemCode::Failed | ProblemCode::Busy => Kind::Busy,
            ProblemCode::WireTooOld => Kind::TooOld,
            ProblemCode::WireTooNew => Kind::ServerOld,
            ProblemCode::Revoked => Kind::LockedOut,
            ProblemCode::Malformed
            | ProblemCode::NoToken
            | ProblemCode::UnknownDevice
            | ProblemCode::NotOwn
            | ProblemCode::NoShare
            | ProblemCode::NoSuchCode
            | ProblemCode::NoSuchCard
            | ProblemCode::NoSuchDevice
            | ProblemCode::NoSuchAddress
            | ProblemCode::Method
            | ProblemCode::ClaimNeeded
            | ProblemCode::WrongType
            | ProblemCode::Other => Kind::Other,
        },
    }
}

/// Why sending by itself got no further.
pub(super) fn why(tr: Tr, trouble: Trouble) -> String {
    match kind(trouble) {
        Kind::Offline => tr.why_offline(),
        Kind::Unreachable => tr.why_unreachable(),
        Kind::Insecure => tr.why_insecure(),
        Kind::Slow => tr.why_slow(),
        Kind::CutOff => tr.why_cut_off(),
        Kind::Portal => tr.why_portal(),
        Kind::Blocked => tr.why_blocked(),
        Kind::Busy => tr.why_busy(),
        Kind::Full => tr.why_full(),
        Kind::NotOurs => tr.why_not_ours(),
        Kind::TooOld => tr.why_too_old(),
        Kind::ServerOld => tr.why_server_old(),
        Kind::LockedOut => tr.why_locked_out(),
        Kind::Other => tr.why_other(),
    }
}

/// Where it is said why something asked for by hand did not work.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ui::screens) enum Why {
    /// On the screen where she asked: a sentence that says what to do.
    Note(String),
    /// In place of that screen: nothing works here until this is settled, and [`crate::ui::screens::Failure`] has the button.
    Screen(CoreError),
}

/// Why something asked for by hand did not work. `until` is when it may be tried again.
pub(super) fn errand(tr: Tr, error: &ErrandError, until: Option<SentAt>) -> Why {
    Why::Note(match error {
        ErrandError::Words(words) => words_problem(tr, words),
        ErrandError::Wait(_) => until.map_or_else(|| tr.errand_busy(), |at| tr.errand_wait(names::time(at))),
        ErrandError::Core(error) => match error {
            CoreError::NotHerOwnDevice => tr.errand_not_own(),
            CoreError::GuestsDoNotShare => tr.errand_guest(),
            CoreError::EmptyName => tr.errand_no_name(),
            CoreError::StorageFull
            | CoreError::OpenElsewhere
            | CoreError::NewerData
            | CoreError::NotFound(_)
            | CoreError::OutOfOrder
            | CoreError::FilesGone
            | CoreError::Damaged(_)
            | CoreError::WorkerLost
            | CoreError::Crashed
            | CoreError::Failed(_) => return Why::Screen(error.clone()),
        },
        ErrandError::Trouble(Trouble::Refused(code)) => match code {
            ProblemCode::NoShare => tr.errand_no_share(),
            ProblemCode::NotOwn => tr.errand_not_own(),
            ProblemCode::NoSuchCode => tr.errand_no_code(),
            ProblemCode::NoSuchCard => tr.errand_no_card(),
            ProblemCode::NoSuchDevice => tr.errand_no_device(),
            ProblemCode::Malformed
            | ProblemCode::WireTooOld
            | ProblemCode::WireTooNew
            | ProblemCode::NoToken
            | ProblemCode::UnknownDevice
            | ProblemCode::Revoked
            | ProblemCode::NoSuchAddress
            | ProblemCode::Method
            | ProblemCode::TooSlow
            | ProblemCode::ClaimNeeded
            | ProblemCode::TooLarge
            | ProblemCode::TooMuch
            | ProblemCode::WrongType
            | ProblemCode::TooOften
            | ProblemCode::Failed
            | ProblemCode::Busy
            | ProblemCode::Other => errand_trouble(tr, Trouble::Refused(*code)),
        },
        ErrandError::Trouble(trouble) => errand_trouble(tr, *trouble),
    })
}

fn errand_trouble(tr: Tr, trouble: Trouble) -> String {
    match kind(trouble) {
        Kind::Offline => tr.errand_offline(),
        Kind::Unreachable => tr.errand_unreachable(),
        Kind::Insecure => tr.errand_insecure(),
        Kind::Slow => tr.errand_slow(),
        Kind::CutOff => tr.errand_cut_off(),
        Kind::Portal => tr.errand_portal(),
        Kind::Blocked => tr.errand_blocked(),
        Kind::Busy => tr.errand_busy(),
        Kind::Full => tr.errand_full(),
        Kind::NotOurs => tr.errand_not_ours(),
        Kind::TooOld => tr.errand_too_old(),
        Kind::ServerOld => tr.errand_server_old(),
        Kind::LockedOut => tr.errand_locked_out(),
        Kind::Other => tr.errand_other(),
    }
}

fn words_problem(tr: Tr, error: &SpokenError) -> String {
    match error {
        SpokenError::Count { found, expected } if found < expected => tr.words_few(*expected, *found),
        SpokenError::Count { found, expected } => tr.words_many(*expected, *found),
        SpokenError::NotAWord(number) => tr.words_unknown(*number),
        SpokenError::Slip => tr.words_slip(),
    }
}
