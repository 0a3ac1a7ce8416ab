//! What stands on the glass, built from what Dioxus tells a renderer to draw.

use dioxus_core::{AttributeValue, ElementId, Template, TemplateAttribute, TemplateNode, WriteMutations};
use std::collections::{BTreeSet, HashMap};

/// A position in [`Page::nodes`].
pub type At = usize;

/// The node everything hangs on.
const ROOT: At = 0;

/// Attributes that say nothing to a reader of a snapshot.
const SILENT: [&str; 4] = ["type", "dangerous_inner_html", "focusable", "d"];

#[derive(Debug)]
enum Kind {
    Element {
        tag: String,
        attributes: Vec<(String, String)>,
        listens: BTreeSet<&'static str>,
    },
    Text(String),
    /// Keeps a place.
    Nothing,
}

#[derive(Debug)]
struct Node {
    kind: Kind,
    id: Option<ElementId>,
    parent: Option<At>,
    children: Vec<At>,
}

/// The document: what a browser would have after the same instructions.
#[derive(Debug)]
pub struct Page {
    nodes: Vec<Node>,
    ids: HashMap<ElementId, At>,
    stack: Vec<At>,
    /// Elements that want to know that they have appeared, and have not been told.
    appeared: Vec<At>,
}

impl Page {
    pub fn new() -> Self {
        let mut page = Self {
            nodes: Vec::new(),
            ids: HashMap::new(),
            stack: Vec::new(),
            appeared: Vec::new(),
        };
        let root = page.make(Kind::Element {
            tag: "body".into(),
            attributes: Vec::new(),
            listens: BTreeSet::new(),
        });
        page.name(ElementId(0), root);
        page
    }

    /// Every element on the page, in reading order.
    pub fn elements(&self) -> Vec<At> {
        let mut found = Vec::new();
        self.collect(ROOT, &mut found);
        found
    }

    fn collect(&self, at: At, into: &mut Vec<At>) {
        if matches!(self.nodes[at].kind, Kind::Element { .. }) {
            into.push(at);
        }
        for child in &self.nodes[at].children {
            self.collect(*child, into);
        }
    }

    /// The elements with this attribute.
    pub fn with(&self, name: &str, value: &str) -> Vec<At> {
        let mut found = self.elements();
        found.retain(|at| self.attribute(*at, name) == Some(value));
        found
    }

    pub fn attribute(&self, at: At, name: &str) -> Option<&str> {
        match &self.nodes[at].kind {
            Kind::Element { attributes, .. } => attributes
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.as_str()),
            Kind::Text(_) | Kind::Nothing => None,
        }
    }

    pub fn has_class(&self, at: At, class: &str) -> bool {
        let classes = self.attribute(at, "class").unwrap_or_default();
        classes.split_whitespace().any(|known| known == class)
    }

    pub fn tag(&self, at: At) -> &str {
        match &self.nodes[at].kind {
            Kind::Element { tag, .. } => tag,
            Kind::Text(_) | Kind::Nothing => "",
        }
    }

    /// The words inside, as they are read.
    pub fn words(&self, at: At) -> String {
        let node = &self.nodes[at];
        match &node.kind {
            Kind::Text(text) => text.clone(),
            Kind::Nothing => String::new(),
            Kind::Element { .. } => {
                let inside = node.children.iter().map(|child| self.words(*child));
                inside
                    .filter(|words| !words.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ")
            }
        }
    }

    /// What Dioxus calls the element, or the one around it that it knows.
    pub fn id(&self, at: At) -> ElementId {
        let known = self.around(at).into_iter().find_map(|at| self.nodes[at].id);
        known.expect("the page itself is known")
    }

    /// Itself, what it is in, what that is in, …
    pub fn around(&self, at: At) -> Vec<At> {
        std::iter::successors(Some(at), |at| self.nodes[*at].parent).collect()
    }

    /// The elements that have appeared since the last time and want to be told.
    pub fn take_appeared(&mut self) -> Vec<At> {
        let mut appeared = std::mem::take(&mut self.appeared);
        appeared.retain(|at| self.around(*at).last() == Some(&ROOT));
        appeared
    }

    /// The page as indented HTML without the insides of pictures.
    pub fn html(&self) -> String {
        let mut out = String::new();
        for child in &self.nodes[ROOT].children {
            self.write(*child, 0, &mut out);
        }
        out
    }

    fn write(&self, at: At, depth: usize, out: &mut String) {
        let node = &self.nodes[at];
        let indent = "  ".repeat(depth);
        match &node.kind {
            Kind::Nothing => {}
            Kind::Text(text) if text.trim().is_empty() => {}
            Kind::Text(text) => out.push_str(&format!("{indent}{text}\n")),
            Kind::Element { tag, .. } if tag == "svg" => out.push_str(&format!("{indent}<svg/>\n")),
            Kind::Element { tag, attributes, .. } => {
                let said: String = attributes
                    .iter()
                    .filter(|(name, _)| !SILENT.contains(&name.as_str()))
                    .map(|(name, value)| format!(" {name}=\"{value}\""))
                    .collect();
                let drawn: Vec<At> = node
                    .children
                    .iter()
                    .copied()
                    .filter(|child| !matches!(self.nodes[*child].kind, Kind::Nothing))
                    .collect();
                let only_words = drawn
                    .iter()
                    .all(|child| matches!(self.nodes[*child].kind, Kind::Text(_)));
                if drawn.is_empty() {
                    out.push_str(&format!("{indent}<{tag}{said}/>\n"));
                } else if only_words {
                    let text: String = drawn.iter().map(|child| self.words(*child)).collect();
                    out.push_str(&format!("{indent}<{tag}{said}>{text}</{tag}>\n"));
                } else {
                    out.push_str(&format!("{indent}<{tag}{said}>\n"));
                    for child in drawn {
                        self.write(child, depth + 1, out);
                    }
                    out.push_str(&format!("{indent}</{tag}>\n"));
                }
            }
        }
    }

    fn make(&mut self, kind: Kind) -> At {
        self.nodes.push(Node {
            kind,
            id: None,
            parent: None,
            children: Vec::new(),
        });
        self.nodes.len() - 1
    }

    fn name(&mut self, id: ElementId, at: At) {
        self.ids.insert(id, at);
        self.nodes[at].id = Some(id);
    }

    fn build(&mut self, template: &TemplateNode) -> At {
        match template {
            TemplateNode::Text { text } => self.make(Kind::Text((*text).to_owned())),
            TemplateNode::Dynamic { .. } => self.make(Kind::Nothing),
            TemplateNode::Element {
                tag, attrs, children, ..
            } => {
                let attributes = attrs.iter().filter_map(|attribute| match attribute {
                    TemplateAttribute::Static { name, value, .. } => {
                        Some(((*name).to_owned(), (*value).to_owned()))
                    }
                    TemplateAttribute::Dynamic { .. } => None,
                });
                let at = self.make(Kind::Element {
                    tag: (*tag).to_owned(),
                    attributes: attributes.collect(),
                    listens: BTreeSet::new(),
                });
                for child in *children {
                    let child = self.build(child);
                    self.adopt(at, child, None);
                }
                at
            }
        }
    }

    /// Puts a node into another, before the child with this number or at the end.
    fn adopt(&mut self, parent: At, child: At, before: Option<usize>) {
        self.take_out(child);
        self.nodes[child].parent = Some(parent);
        let siblings = &mut self.nodes[parent].children;
        siblings.insert(before.unwrap_or(siblings.len()), child);
    }

    fn take_out(&mut self, child: At) {
        if let Some(parent) = self.nodes[child].parent.take() {
            self.nodes[parent].children.retain(|at| *at != child);
        }
    }

    /// Which child of what it is.
    fn place(&self, at: At) -> (At, usize) {
        let parent = self.nodes[at].parent.expect("it is on the page");
        let index = self.nodes[parent].children.iter().position(|child| *child == at);
        (parent, index.expect("a child of its parent"))
    }

    fn pop(&mut self, count: usize) -> Vec<At> {
        self.stack.split_off(self.stack.len() - count)
    }

    fn down(&self, path: &[u8]) -> At {
        let top = *self.stack.last().expect("something was made");
        path.iter()
            .fold(top, |at, step| self.nodes[at].children[usize::from(*step)])
    }

    fn replace(&mut self, old: At, new: Vec<At>) {
        let (parent, index) = self.place(old);
        self.take_out(old);
        for (offset, node) in new.into_iter().enumerate() {
            self.adopt(parent, node, Some(index + offset));
        }
    }
}

impl WriteMutations for Page {
    fn append_children(&mut self, id: ElementId, m: usize) {
        let parent = self.ids[&id];
        for child in self.pop(m) {
            self.adopt(parent, child, None);
        }
    }

    fn assign_node_id(&mut self, path: &'static [u8], id: ElementId) {
        let at = self.down(path);
        self.name(id, at);
    }

    fn create_placeholder(&mut self, id: ElementId) {
        let at = self.make(Kind::Nothing);
        self.name(id, at);
        self.stack.push(at);
    }

    fn create_text_node(&mut self, value: &str, id: ElementId) {
        let at = self.make(Kind::Text(value.to_owned()));
        self.name(id, at);
        self.stack.push(at);
    }

    fn load_template(&mut self, template: Template, index: usize, id: ElementId) {
        let at = self.build(&template.roots[index]);
        self.name(id, at);
        self.stack.push(at);
    }

    fn replace_node_with(&mut self, id: ElementId, m: usize) {
        let new = self.pop(m);
        self.replace(self.ids[&id], new);
    }

    fn replace_placeholder_with_nodes(&mut self, path: &'static [u8], m: usize) {
        let new = self.pop(m);
        let old = self.down(path);
        self.replace(old, new);
    }

    fn insert_nodes_after(&mut self, id: ElementId, m: usize) {
        let new = self.pop(m);
        for node in new.into_iter().rev() {
            let (parent, index) = self.place(self.ids[&id]);
            self.adopt(parent, node, Some(index + 1));
        }
    }

    fn insert_nodes_before(&mut self, id: ElementId, m: usize) {
        for node in self.pop(m) {
            let (parent, index) = self.place(self.ids[&id]);
            self.adopt(parent, node, Some(index));
        }
    }

    fn set_attribute(
        &mut self,
        name: &'static str,
        _ns: Option<&'static str>,
        value: &AttributeValue,
        id: ElementId,
    ) {
        let value = match value {
            AttributeValue::Text(text) => Some(text.clone()),
            AttributeValue::Float(number) => Some(number.to_string()),
            AttributeValue::Int(number) => Some(number.to_string()),
            AttributeValue::Bool(true) => Some("true".to_owned()),
            AttributeValue::Bool(false)
            | AttributeValue::None
            | AttributeValue::Any(_)
            | AttributeValue::Listener(_) => None,
        };
        let at = self.ids[&id];
        let Kind::Element { attributes, .. } = &mut self.nodes[at].kind else {
            return;
        };
        let known = attributes.iter().position(|(known, _)| known == name);
        match (known, value) {
            (Some(index), Some(value)) => attributes[index].1 = value,
            (Some(index), None) => drop(attributes.remove(index)),
            (None, Some(value)) => attributes.push((name.to_owned(), value)),
            (None, None) => {}
        }
    }

    fn set_node_text(&mut self, value: &str, id: ElementId) {
        let at = self.ids[&id];
        self.nodes[at].kind = Kind::Text(value.to_owned());
    }

    fn create_event_listener(&mut self, name: &'static str, id: ElementId) {
        let at = self.ids[&id];
        if let Kind::Element { listens, .. } = &mut self.nodes[at].kind {
            listens.insert(name);
        }
        if name == "mounted" {
            self.appeared.push(at);
        }
    }

    fn remove_event_listener(&mut self, name: &'static str, id: ElementId) {
        let at = self.ids[&id];
        if let Kind::Element { listens, .. } = &mut self.nodes[at].kind {
            listens.remove(name);
        }
    }

    fn remove_node(&mut self, id: ElementId) {
        self.take_out(self.ids[&id]);
    }

    fn push_root(&mut self, id: ElementId) {
        self.stack.push(self.ids[&id]);
    }
}
