//! Takes out of style sheets and scripts what only people read. Nothing is renamed or joined: what is left stands in
//! lines as it was written, so that a fault on somebody's phone can still be found in the sources.

/// A style sheet without comments and indentation. A comment inside a string is not expected.
pub fn style(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    lines(kept.lines().map(str::trim))
}

/// A script without the lines that are nothing but a comment. What stands behind code stays: telling it from a string
/// would take a parser. No line of a text over several lines may begin with `//`.
pub fn script(text: &str) -> String {
    lines(text.lines().filter(|line| {
        let line = line.trim_start();
        let comment = line.starts_with("//") || line.starts_with("/**") && line.ends_with("*/");
        !comment
    }))
}

fn lines<'t>(all: impl Iterator<Item = &'t str>) -> String {
    let mut text = String::new();
    for line in all.filter(|line| !line.is_empty()) {
        text.push_str(line);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{script, style};

    #[test]
    fn a_style_sheet_keeps_its_rules() {
        let css =
            "/* Why. */\n.a {\n  color: #fff; /* white */\n\n  /* over\n     lines */\n  margin: 0;\n}\n";
        assert_eq!(style(css), ".a {\ncolor: #fff;\nmargin: 0;\n}\n");
    }

    #[test]
    fn a_script_keeps_its_code_and_its_addresses() {
        let js = "// Why.\nconst a = 'https://x'; // so\n\n  /** For b. */\n  b();\n";
        assert_eq!(script(js), "const a = 'https://x'; // so\n  b();\n");
    }
}
