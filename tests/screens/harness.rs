//! A phone in the hand: the real screens over the real core, looked at and tapped as she would.

use super::glass::{Converter, HEIGHT, PITCH, Rect, WIDTH, tap_at};
use super::line::{Line, SharedClock, TODAY, Traffic};
use super::page::{At, Page};
use super::post::Post;
use cung_tien::core::courier::Courier;
use cung_tien::core::{
    AddLearner, BeginAttempt, Call, CoreError, FinishFirstStart, Handle, Link, OpenTutorial, RecordStep,
};
use cung_tien::domain::ids::{LearnerId, TutorialId};
use cung_tien::domain::learner::{Address, Avatar, Lang, Learner, Preferences, Voice};
use cung_tien::domain::practice::{Mode, QUIET_MILLIS, Tally};
use cung_tien::domain::retention::NoFiles;
use cung_tien::ui::components::Rest;
use cung_tien::ui::{App, Days, Route, Server, Shell};
use dioxus::history::{History, MemoryHistory};
use dioxus::html::{PlatformEventData, SerializedFormData};
use dioxus::prelude::*;
use dioxus::router::RouterContext;
use dioxus_core::Event;
use std::any::Any;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;
use tempfile::TempDir;

/// With nothing to do for so long, and no answer on its way, the screen is at rest.
const REST: Duration = Duration::from_millis(25);
/// A core that needs longer is stuck.
const PATIENCE: u32 = 1_200;

#[component]
fn Hand() -> Element {
    let core = use_context::<Handle>();
    let server = use_context::<Option<Server>>();
    rsx! {
        Shell { core, server }
    }
}

/// A phone with the app open.
pub struct Phone {
    pub clock: SharedClock,
    pub traffic: Rc<Traffic>,
    folder: TempDir,
    core: Handle,
    server: Option<Server>,
    glass: Glass,
}

impl Phone {
    /// The app just installed and opened for the first time.
    pub async fn new() -> Self {
        Self::built(None, None).await
    }

    /// The same in a build that has a server.
    pub async fn connected(post: &Rc<Post>) -> Self {
        Self::built(Some(Rc::clone(post)), None).await
    }

    /// The app in a browser that gives it no files.
    pub async fn in_memory(post: &Rc<Post>, why: NoFiles) -> Self {
        Self::built(Some(Rc::clone(post)), Some(why)).await
    }

    async fn built(post: Option<Rc<Post>>, no_files: Option<NoFiles>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = SharedClock::at_noon(TODAY);
        let line = Line::to_core_in(folder.path().to_owned(), clock.clone(), no_files);
        let traffic = Rc::clone(&line.traffic);
        let core = Handle::new(line);
        let server = post.map(|post| Server {
            courier: Courier::new(core.clone(), post, || 7),
            address: "https://hoc.example.vn".into(),
        });
        let glass = Glass::start(
            core.clone(),
            &Route::Who {},
            Some(Rc::clone(&traffic)),
            server.clone(),
        )
        .await;
        Self {
            clock,
            traffic,
            folder,
            core,
            server,
            glass,
        }
    }

    /// The app with bà Tư's profile, on her home screen.
    pub async fn of_ba_tu() -> (Self, LearnerId) {
        Self::of("Bà Tư", Lang::Vi).await
    }

    pub async fn of(name: &str, lang: Lang) -> (Self, LearnerId) {
        let mut phone = Self::new().await;
        let learner = phone.begin(name, lang).await;
        (phone, learner)
    }

    /// The app with a profile on her home screen, in a build that has a server.
    pub async fn connected_of(post: &Rc<Post>, name: &str, lang: Lang) -> (Self, LearnerId) {
        let mut phone = Self::connected(post).await;
        let learner = phone.begin(name, lang).await;
        (phone, learner)
    }

    pub async fn begin(&mut self, name: &str, lang: Lang) -> LearnerId {
        let preferences = speaking(lang);
        self.get(FinishFirstStart { preferences }).await;
        let learner = self.add(name, lang).await.id;
        self.open(&Route::Home { learner }).await;
        learner
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join("cung-tien.db")
    }

    /// Ends the app and opens it at this screen; what the core holds stays.
    pub async fn open(&mut self, route: &Route) {
        // The old screen goes first, as it would.
        self.glass.close();
        let traffic = Some(Rc::clone(&self.traffic));
        self.glass = Glass::start(self.core.clone(), route, traffic, self.server.clone()).await;
    }

    pub async fn ask<C: Call>(&self, call: C) -> Result<C::Reply, CoreError> {
        self.core.call(call).await
    }

    pub async fn get<C: Call>(&self, call: C) -> C::Reply {
        self.ask(call).await.expect("the core answers")
    }

    pub async fn add(&self, name: &str, lang: Lang) -> Learner {
        let add = AddLearner {
            name: name.into(),
            avatar: Avatar::Grandmother,
            preferences: speaking(lang),
        };
        self.get(add).await
    }

    /// Does so many steps of a tutorial without looking at the screen; all of them if there are fewer.
    pub async fn practise(&self, learner: LearnerId, tutorial: &str, mode: Mode, steps: usize) {
        let tutorial = TutorialId::from(tutorial);
        let begin = BeginAttempt {
            learner,
            tutorial: tutorial.clone(),
            mode,
        };
        let attempt = self.get(begin).await.id;
        let open = OpenTutorial {
            learner,
            tutorial: tutorial.clone(),
        };
        for step in self.get(open).await.steps.into_iter().take(steps) {
            let record = RecordStep {
                attempt,
                learner,
                tutorial: tutorial.clone(),
                step: step.id,
                tally: Tally::default(),
            };
            self.get(record).await;
        }
    }
}

impl std::ops::Deref for Phone {
    type Target = Glass;
    fn deref(&self) -> &Glass {
        &self.glass
    }
}

impl std::ops::DerefMut for Phone {
    fn deref_mut(&mut self) -> &mut Glass {
        &mut self.glass
    }
}

/// Quiet, so that no sentence about a missing voice stands on every screen.
pub fn speaking(lang: Lang) -> Preferences {
    Preferences {
        lang,
        address: Address::Ba,
        voice: Voice::OnTap,
        ..Preferences::default()
    }
}

/// The screen and what can be done with it.
pub struct Glass {
    dom: Option<VirtualDom>,
    page: Page,
    history: Rc<MemoryHistory>,
    traffic: Option<Rc<Traffic>>,
    /// The instruction last seen: a new one is followed by a moment in which taps do not count.
    said: Option<String>,
}

impl Glass {
    /// The screens over any core.
    pub async fn over(link: impl Link + 'static, route: &Route) -> Self {
        Self::start(Handle::new(link), route, None, None).await
    }

    async fn start(
        core: Handle,
        route: &Route,
        traffic: Option<Rc<Traffic>>,
        server: Option<Server>,
    ) -> Self {
        dioxus::html::set_event_converter(Box::new(Converter));
        let history = Rc::new(MemoryHistory::with_initial_path(route));
        let shared: Rc<dyn History> = Rc::clone(&history) as Rc<dyn History>;
        let dom = VirtualDom::new(Hand)
            .with_root_context(core)
            .with_root_context(server)
            .with_root_context(shared);
        let mut glass = Self {
            dom: Some(dom),
            page: Page::new(),
            history,
            traffic,
            said: None,
        };
        let (dom, page) = glass.parts();
        dom.rebuild(page);
        glass.settle().await;
        glass
    }

    fn close(&mut self) {
        self.dom = None;
    }

    fn parts(&mut self) -> (&mut VirtualDom, &mut Page) {
        let dom = self.dom.as_mut().expect("the app is open");
        (dom, &mut self.page)
    }

    /// Lets everything happen that happens by itself without waiting.
    pub async fn settle(&mut self) {
        for _ in 0..PATIENCE {
            self.tell_appeared();
            let (dom, page) = self.parts();
            if tokio::time::timeout(REST, dom.wait_for_work()).await.is_ok() {
                dom.render_immediate(page);
            } else if !self.traffic.as_ref().is_some_and(|traffic| traffic.is_busy()) {
                return;
            }
        }
        panic!("the screen does not come to rest:\n{}", self.snapshot());
    }

    /// Waits, as she would.
    pub async fn wait(&mut self, millis: u64) {
        let end = tokio::time::Instant::now() + Duration::from_millis(millis);
        while tokio::time::Instant::now() < end {
            let (dom, page) = self.parts();
            if tokio::time::timeout_at(end, dom.wait_for_work()).await.is_ok() {
                dom.render_immediate(page);
            }
            self.tell_appeared();
        }
        self.settle().await;
    }

    fn tell_appeared(&mut self) {
        for at in self.page.take_appeared() {
            let place = match self.number(at) {
                Some(index) => Rect::numbered(index),
                None => Rect::everything(),
            };
            self.send(at, "mounted", Rc::new(PlatformEventData::new(Box::new(place))));
        }
    }

    /// What can be tapped on the simulated phone and the keys lies one below the other, in reading order.
    fn number(&self, at: At) -> Option<usize> {
        let tappable = |at: &At| {
            let page = &self.page;
            page.attribute(*at, "data-target").is_some() || page.attribute(*at, "data-key").is_some()
        };
        self.page
            .elements()
            .into_iter()
            .filter(tappable)
            .position(|other| other == at)
    }

    fn send(&mut self, at: At, name: &str, data: Rc<dyn Any>) {
        let id = self.page.id(at);
        let (dom, page) = self.parts();
        dom.runtime()
            .handle_event(name, Event::new(data, name != "mounted"), id);
        dom.process_events();
        dom.render_immediate(page);
    }

    /// Runs inside the screens, where their shared things are; `inner` says what must be at hand there.
    fn inside<T: Clone + 'static, O>(&mut self, run: impl FnOnce(T) -> O) -> O {
        let (dom, _) = self.parts();
        let scope = (0..500)
            .map(ScopeId)
            .filter(|scope| dom.get_scope(*scope).is_some())
            .find(|scope| dom.in_scope(*scope, || try_consume_context::<T>().is_some()));
        let scope = scope.expect("a screen that has it");
        dom.in_scope(scope, || run(consume_context::<T>()))
    }

    /// Changes what every screen shares, as the bridge to the browser does.
    pub async fn with_app(&mut self, change: impl FnOnce(App)) {
        self.inside(change);
        self.settle().await;
    }

    /// Another app was looked at in between.
    pub async fn look_again(&mut self) {
        self.inside(Days::look_again);
        self.settle().await;
    }

    /// The phone's own back key.
    pub async fn press_phone_back(&mut self) {
        self.inside(|router: RouterContext| router.go_back());
        self.settle().await;
    }

    fn find(&self, name: &str, value: &str) -> At {
        let found = self.page.with(name, value);
        assert_eq!(
            found.len(),
            1,
            "there should be one thing with {name}={value} on:\n{}",
            self.snapshot()
        );
        self.assert_reachable(found[0]);
        found[0]
    }

    fn assert_reachable(&self, at: At) {
        let asleep = |at: &At| {
            ["inert", "disabled"]
                .iter()
                .any(|name| self.page.attribute(*at, name).is_some())
        };
        assert!(
            !self.page.around(at).iter().any(asleep),
            "this cannot be tapped:\n{}",
            self.snapshot()
        );
    }

    async fn click(&mut self, at: At, x: f64, y: f64) {
        // She has looked at the screen.
        self.inside(|rest: Rest| rest.pass(2_000));
        self.send(at, "click", Rc::new(tap_at(x, y)));
        self.settle().await;
    }

    /// Taps one of the app's own buttons.
    pub async fn tap(&mut self, testid: &str) {
        let at = self.find("data-testid", testid);
        self.click(at, 1.0, 1.0).await;
    }

    /// The second tap of a double tap: no time has gone by since the last one. It may fall on what cannot be tapped.
    pub fn tap_at_once(&mut self, button: At) {
        self.send(button, "click", Rc::new(tap_at(1.0, 1.0)));
    }

    /// Taps this button after having looked at it.
    pub async fn tap_looked_at(&mut self, button: At) {
        self.click(button, 1.0, 1.0).await;
    }

    /// Every button of the app that is on the screen, with what names it.
    pub fn buttons(&self) -> Vec<(String, At)> {
        let mut buttons = Vec::new();
        for at in self.page.elements() {
            let name = self.page.attribute(at, "data-testid");
            if let ("button", Some(name)) = (self.page.tag(at), name) {
                buttons.push((name.to_owned(), at));
            }
        }
        buttons
    }

    /// Taps one of several buttons that are alike, counted from 0.
    pub async fn tap_nth(&mut self, testid: &str, index: usize) {
        let at = self.page.with("data-testid", testid)[index];
        self.assert_reachable(at);
        self.click(at, 1.0, 1.0).await;
    }

    /// Taps the button with these words on it.
    pub async fn tap_words(&mut self, words: &str) {
        let mut found = self.page.elements();
        found.retain(|at| self.page.tag(*at) == "button" && self.page.words(*at).contains(words));
        assert_eq!(
            found.len(),
            1,
            "one button with “{words}” on:\n{}",
            self.snapshot()
        );
        self.assert_reachable(found[0]);
        self.click(found[0], 1.0, 1.0).await;
    }

    /// A finger comes down on the simulated screen once it has been looked at.
    async fn look(&mut self) {
        let now = self.text_of("practice-say");
        if now != self.said {
            self.wait(QUIET_MILLIS + 20).await;
            self.said = now;
        }
    }

    /// Taps the middle of something on the simulated phone.
    pub async fn tap_target(&mut self, id: &str) {
        self.look().await;
        let at = self.find("data-target", id);
        self.click_numbered(at, HEIGHT / 2.0).await;
    }

    async fn click_numbered(&mut self, at: At, down: f64) {
        let index = u32::try_from(self.number(at).expect("tappable")).expect("few things");
        let (x, y) = (10.0 + WIDTH / 2.0, 10.0 + f64::from(index) * PITCH + down);
        self.click(at, x, y).await;
    }

    /// Taps the simulated phone, so many pixels below something.
    pub async fn tap_below(&mut self, id: &str, pixels: f64) {
        self.look().await;
        let target = self.find("data-target", id);
        let index = u32::try_from(self.number(target).expect("tappable")).expect("few things");
        let mut elements = self.page.elements().into_iter();
        let phone = elements.rfind(|at| self.page.has_class(*at, "sim"));
        let y = 10.0 + f64::from(index) * PITCH + HEIGHT + pixels;
        self.click(phone.expect("a simulated phone"), 10.0 + WIDTH / 2.0, y)
            .await;
    }

    /// Presses one of our keys, by keyboard: no place on the glass.
    pub async fn tap_key(&mut self, letter: char) {
        self.look().await;
        let at = self.find("data-key", &letter.to_string());
        self.click(at, 0.0, 0.0).await;
    }

    /// Types into a field of the app.
    pub async fn type_into(&mut self, testid: &str, text: &str) {
        let at = self.find("data-testid", testid);
        let data = SerializedFormData::new(text.to_owned(), Vec::new());
        self.send(at, "input", Rc::new(PlatformEventData::new(Box::new(data))));
        self.settle().await;
    }

    pub fn has(&self, testid: &str) -> bool {
        !self.page.with("data-testid", testid).is_empty()
    }

    /// The words of what has this test id.
    pub fn text_of(&self, testid: &str) -> Option<String> {
        let found = self.page.with("data-testid", testid);
        found.first().map(|at| self.page.words(*at))
    }

    /// How many marks of the step bar are filled.
    pub fn steps_done(&self) -> usize {
        let marks = self.page.elements().into_iter();
        marks.filter(|at| self.page.has_class(*at, "is-done")).count()
    }

    /// What glows on the simulated phone.
    pub fn glowing(&self) -> Option<String> {
        let mut elements = self.page.elements().into_iter();
        let at = elements.find(|at| self.page.has_class(*at, "is-glowing"))?;
        let id = self.page.attribute(at, "data-target");
        id.or_else(|| self.page.attribute(at, "data-key"))
            .map(str::to_owned)
    }

    /// The address of the screen.
    pub fn route(&self) -> String {
        self.history.current_route()
    }

    /// The screen as text, with random ids made the same.
    pub fn snapshot(&self) -> String {
        without_ids(&format!("{}\n{}", self.route(), self.page.html()))
    }
}

/// Puts `<id>` for every UUID.
fn without_ids(text: &str) -> String {
    const LENGTH: usize = 36;
    let letters: Vec<char> = text.chars().collect();
    let is_id = |from: usize| {
        letters.get(from..from + LENGTH).is_some_and(|part| {
            part.iter().enumerate().all(|(index, letter)| match index {
                8 | 13 | 18 | 23 => *letter == '-',
                _ => letter.is_ascii_hexdigit(),
            })
        })
    };
    let mut out = String::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        if is_id(at) {
            out.push_str("<id>");
            at += LENGTH;
        } else {
            out.push(*letter);
            at += 1;
        }
    }
    out
}

/// Compares the screen with the one kept under this name in `tests/screens/snapshots/`.
#[track_caller]
pub fn assert_looks(name: &str, glass: &Glass) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots");
    settings.bind(|| insta::assert_snapshot!(name, glass.snapshot()));
}
