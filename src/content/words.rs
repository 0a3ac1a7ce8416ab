//! A tutorial's words: Fluent messages that address the learner properly.

use crate::content::check::{Problem, Where};
use crate::domain::learner::{Address, Lang};
use fluent::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::{parser, serializer};
use std::collections::{BTreeMap, BTreeSet};
use unic_langid::LanguageIdentifier;

/// The variables every sentence may use: the learner's form of address, inside and at the start of a sentence.
pub const ADDRESS_VARIABLES: [&str; 2] = ["you", "You"];

/// One message as Fluent source, `key = …`, and the variables it uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageSource {
    /// Fluent source of this one message.
    pub fluent: String,
    /// Names of its variables.
    pub variables: BTreeSet<String>,
}

/// The messages of one tutorial in one language, by key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MessageSources(pub BTreeMap<String, MessageSource>);

impl MessageSources {
    /// Parses Fluent source into single messages.
    ///
    /// # Errors
    /// The 1-based line and a description for every place that is not Fluent, and for every key written twice.
    pub fn read(source: &str) -> Result<Self, Vec<(usize, String)>> {
        let lines_in = |before: &str| before.matches('\n').count() + 1;
        let before = |offset: usize| source.get(..offset).unwrap_or_default();
        // What is missing at the end of a line is noticed at the beginning of the next one.
        let line_of = |error: &parser::ParserError| {
            let message = error.slice.as_ref().map_or(0, |slice| slice.start);
            lines_in(before(message)).max(lines_in(before(error.pos.start).trim_end()))
        };
        let resource = parser::parse(source).map_err(|(_, errors)| {
            errors
                .iter()
                .map(|e| (line_of(e), format!("this line is not Fluent: {e}")))
                .collect::<Vec<_>>()
        })?;
        let mut messages = BTreeMap::new();
        let mut twice = Vec::new();
        for entry in resource.body {
            let Entry::Message(message) = &entry else {
                continue;
            };
            let key = message.id.name.to_owned();
            let mut variables = BTreeSet::new();
            if let Some(pattern) = &message.value {
                variables_of(pattern, &mut variables);
            }
            let fluent = serializer::serialize(&Resource { body: vec![entry] });
            if messages
                .insert(key.clone(), MessageSource { fluent, variables })
                .is_some()
            {
                let line = source
                    .lines()
                    .enumerate()
                    .filter(|(_, line)| line.split('=').next().is_some_and(|k| k.trim() == key))
                    .map(|(index, _)| index + 1)
                    .last();
                twice.push((line.unwrap_or(1), format!("the key “{key}” is here twice")));
            }
        }
        if twice.is_empty() {
            Ok(Self(messages))
        } else {
            Err(twice)
        }
    }

    /// Parses the words of every language; what cannot be parsed is reported.
    #[must_use]
    pub fn read_all(sources: &BTreeMap<Lang, String>) -> (BTreeMap<Lang, Self>, Vec<Problem>) {
        let mut words = BTreeMap::new();
        let mut problems = Vec::new();
        for (lang, source) in sources {
            match Self::read(source) {
                Ok(messages) => {
                    words.insert(*lang, messages);
                }
                Err(errors) => problems.extend(errors.into_iter().map(|(line, message)| Problem {
                    place: Where::WordsLine(*lang, line),
                    message,
                })),
            }
        }
        (words, problems)
    }
}

fn variables_of(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            variables_of_expression(expression, into);
        }
    }
}

fn variables_of_expression(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => variables_of_inline(inline, into),
        Expression::Select { selector, variants } => {
            variables_of_inline(selector, into);
            for variant in variants {
                variables_of(&variant.value, into);
            }
        }
    }
}

fn variables_of_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => variables_of_expression(expression, into),
        _ => {}
    }
}

/// The words of one tutorial in one language, ready to be spoken to one learner.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    address: Address,
}

impl Words {
    /// Joins stored messages. Messages that do not parse are left out; they were checked when installed.
    #[must_use]
    pub fn new<'s>(lang: Lang, address: Address, messages: impl IntoIterator<Item = &'s str>) -> Self {
        let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        bundle.set_use_isolating(false);
        let mut source = String::new();
        for message in messages {
            source.push_str(message);
            source.push('\n');
        }
        let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, _)| partial);
        // Keys are unique in the storage, so nothing can be overridden here.
        bundle.add_resource_overriding(resource);
        Self { bundle, address }
    }

    /// The sentence for a key, if there is one.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut args = FluentArgs::new();
        args.set("you", self.address.word());
        args.set("You", self.address.capitalised());
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_addresses_the_learner() {
        let source = "title = Đăng nhập\nstep-a = { $You } chạm vào ô Mật khẩu. { $you } cứ từ từ.\n";
        let messages = MessageSources::read(source).expect("parses");
        let step = &messages.0["step-a"];
        assert_eq!(
            step.variables.iter().map(String::as_str).collect::<Vec<_>>(),
            ["You", "you"]
        );
        let all = messages.0.values().map(|m| m.fluent.as_str());
        let words = Words::new(Lang::Vi, Address::Ba, all);
        assert_eq!(
            words.get("step-a").as_deref(),
            Some("Bà chạm vào ô Mật khẩu. bà cứ từ từ.")
        );
        assert_eq!(words.get("step-b"), None);
    }

    #[test]
    fn errors_name_the_line() {
        let broken = MessageSources::read("a = 1\nb = { $ \nc = 3\n").expect_err("broken");
        assert_eq!(broken[0].0, 2, "{broken:?}");
        let twice = MessageSources::read("a = 1\nb = 2\na = 3\n").expect_err("twice");
        assert_eq!(twice, [(3, "the key “a” is here twice".to_owned())]);
    }
}
