//! The app's own words: typed functions made from `locales/<lang>/*.ftl` by the build script.
//!
//! A missing key or argument does not compile. Every message may use `{ $you }` and `{ $You }`, the form of
//! address the learner chose, and `$kept`: where what she learns is kept. A sentence about saving has a variant for each
//! of its three states (`tests/saving_words.rs`), and no words can be had without saying which it is.

#![allow(
    clippy::missing_const_for_thread_local,
    reason = "they are; on Android the lint does not see it where the standard library's sources are installed"
)]

use crate::domain::learner::{Address, Lang, Preferences};
use crate::domain::retention::Retention;
use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::cell::OnceCell;
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The app's words in one language, addressed to one learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tr {
    lang: Lang,
    address: Address,
    kept: Retention,
}

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static VI: OnceCell<Bundle> = const { OnceCell::new() };
    static EN: OnceCell<Bundle> = const { OnceCell::new() };
}

fn bundle(lang: Lang, source: &str) -> Bundle {
    let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![id]);
    bundle.set_use_isolating(false);
    // The build script parsed these very words; nothing can be left over.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(part, _)| part);
    bundle.add_resource_overriding(resource);
    bundle
}

impl Tr {
    /// The words in this language and address, true for what is kept there.
    #[must_use]
    pub const fn new(preferences: Preferences, kept: Retention) -> Self {
        Self {
            lang: preferences.lang,
            address: preferences.address,
            kept,
        }
    }

    fn say(self, key: &str, values: Vec<(&'static str, FluentValue<'static>)>) -> String {
        let mut args = FluentArgs::with_capacity(values.len() + 3);
        args.set("kept", self.kept.word());
        args.set("you", self.address.word());
        args.set("You", self.address.capitalised());
        for (name, value) in values {
            args.set(name, value);
        }
        let format = |bundle: &Bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            let mut errors = Vec::new();
            Some(
                bundle
                    .format_pattern(pattern, Some(&args), &mut errors)
                    .into_owned(),
            )
        };
        let text = match self.lang {
            Lang::Vi => VI.with(|cell| format(cell.get_or_init(|| bundle(Lang::Vi, SOURCE_VI)))),
            Lang::En => EN.with(|cell| format(cell.get_or_init(|| bundle(Lang::En, SOURCE_EN)))),
        };
        text.unwrap_or_else(|| key.to_owned())
    }
}
