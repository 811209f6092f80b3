//! What is asked of the one who decides, and what is asked again.

use std::fmt::Write as _;

use kutip::edit::{Edit, QuoteChange, Settlement};
use kutip::model::{AnnotatorId, Aspect, Decision, QuoteId, QuoteType, Role, adjudication_id};
use kutip::review::{Alignment, CaseState, Docket, PointState};

use crate::common::project::{Project, add_quote, assert_clean, find};

const TEXT: &str = "The mayor said the bridge opens in May, and nobody else spoke of the bridge that day.";

/// Ana and Budi mark the same statement; Citra decides. Without `alike` Budi
/// leaves out a word and the cue.
struct Scene {
    project: Project,
    ana: QuoteId,
    budi: QuoteId,
    layers: Vec<AnnotatorId>,
}

impl Scene {
    fn new(alike: bool) -> Self {
        let mut project = Project::of(&[TEXT]);
        let mut layers = Vec::new();
        let mut quotes = Vec::new();
        for (name, content) in [("Ana", "the bridge opens in May"), ("Budi", "the bridge opens")] {
            layers.push(project.workspace.annotate_as(name).unwrap());
            let same = alike || name == "Ana";
            let quote =
                add_quote(&mut project.workspace, if same { "the bridge opens in May" } else { content });
            if same {
                let cue = find(&project.workspace, "said");
                let change = QuoteChange::Spans(Role::Cue, vec![cue]);
                project.workspace.perform(&Edit::ChangeQuote { quote, change }).unwrap();
            }
            quotes.push(quote);
        }
        Self { project, ana: quotes[0], budi: quotes[1], layers }
    }

    fn group(&self) -> Vec<QuoteId> {
        vec![self.ana, self.budi]
    }

    fn decide(&mut self, aspect: Aspect, settlement: Settlement) {
        self.project.workspace.annotate_as("Citra").unwrap();
        let edit = Edit::Adjudicate { group: self.group(), aspect, settlement };
        self.project.workspace.perform(&edit).unwrap();
    }

    fn take_over(&mut self) {
        self.project.workspace.annotate_as("Citra").unwrap();
        self.project.workspace.perform(&Edit::TakeOver(vec![self.group()])).unwrap();
    }

    fn reject(&mut self) {
        self.decide(Aspect::Presence, Settlement::Neither { reason: Some("Hearsay.".to_owned()) });
    }

    fn change(&mut self, name: &str, change: QuoteChange) {
        let quote = if name == "Ana" { self.ana } else { self.budi };
        self.project.workspace.annotate_as(name).unwrap();
        self.project.workspace.perform(&Edit::ChangeQuote { quote, change }).unwrap();
    }

    fn change_words(&mut self, name: &str, role: Role, words: &str) {
        let span = find(&self.project.workspace, words);
        self.change(name, QuoteChange::Spans(role, vec![span]));
    }

    fn delete(&mut self, name: &str) {
        let quote = if name == "Ana" { self.ana } else { self.budi };
        self.project.workspace.annotate_as(name).unwrap();
        self.project.workspace.perform(&Edit::DeleteQuote(quote)).unwrap();
    }

    fn mark(&mut self, name: &str, words: &str) {
        let annotator = self.project.workspace.annotate_as(name).unwrap();
        if !self.layers.contains(&annotator) {
            self.layers.push(annotator);
        }
        add_quote(&mut self.project.workspace, words);
    }

    fn withdraw(&mut self, aspect: Aspect) {
        let document = self.project.workspace.document().unwrap();
        let decision = adjudication_id(document.result_of(&self.group()), aspect);
        self.project.workspace.annotate_as("Citra").unwrap();
        self.project.workspace.perform(&Edit::WithdrawDecision(decision)).unwrap();
    }

    fn decisions(&self) -> Vec<Decision> {
        let document = self.project.workspace.document().unwrap();
        document.decisions.iter().map(|decision| (**decision).clone()).collect()
    }

    /// Each case: what state it is in, and its questions: `?` open, `~`
    /// changed since it was decided, `!` decided.
    fn drawn(&self) -> String {
        let document = self.project.workspace.document().unwrap();
        let docket = Docket::of(document, &Alignment::of(document, &self.layers));
        let mut cases = Vec::new();
        for case in &docket.cases {
            let state = match case.state {
                CaseState::Agreed => "agreed",
                CaseState::Open(_) => "open",
                CaseState::Settled => "settled",
                CaseState::Rejected => "rejected",
            };
            let again = if case.changed { " again" } else { "" };
            let mut words = format!("{state}{again}");
            for point in &case.points {
                let sign = match point.state {
                    PointState::Open => '?',
                    PointState::ChangedSince => '~',
                    PointState::Decided => '!',
                };
                write!(words, " {}{sign}", point.aspect().name()).unwrap();
            }
            assert_eq!(matches!(case.state, CaseState::Open(_)), case.open_points().next().is_some());
            cases.push(words);
        }
        assert_eq!(docket.is_complete(), docket.decided() == docket.cases.len());
        cases.join("; ")
    }
}

/// Decides, changes something, and looks at what is asked before and after;
/// whatever was decided is still there, word for word.
#[track_caller]
fn check(
    mut scene: Scene,
    decide: impl Fn(&mut Scene),
    before: &str,
    change: impl Fn(&mut Scene),
    after: &str,
) {
    decide(&mut scene);
    assert_eq!(scene.drawn(), before, "before");
    let decided = scene.decisions();
    change(&mut scene);
    assert_eq!(scene.drawn(), after, "after");
    let left = scene.decisions();
    for decision in decided {
        assert!(left.contains(&decision), "a decision is gone: {decision:?}");
    }
    assert_clean(&scene.project.workspace);
}

fn both(scene: &mut Scene) {
    scene.decide(Aspect::Content, Settlement::Take(scene.ana));
    scene.decide(Aspect::Cue, Settlement::Take(scene.budi));
}

#[test]
fn what_nobody_decided_is_just_asked() {
    let differing = || Scene::new(false);
    check(differing(), |_| {}, "open content? cue?", |_| {}, "open content? cue?");
    check(
        differing(),
        |_| {},
        "open content? cue?",
        |scene| scene.change("Ana", QuoteChange::Type(QuoteType::Reported)),
        "open content? type? cue?",
    );
    check(Scene::new(true), |_| {}, "agreed", |scene| scene.mark("Budi", "nobody"), "agreed; open presence?");
}

#[test]
fn a_field_is_asked_again_when_it_changed_and_no_other() {
    let check = |change: &dyn Fn(&mut Scene), after: &str| {
        check(Scene::new(false), both, "settled content! cue!", change, after);
    };
    check(&|_| {}, "settled content! cue!");
    check(&|scene| scene.change_words("Ana", Role::Cue, "mayor said"), "open again content! cue~");
    check(&|scene| scene.change_words("Budi", Role::Content, "bridge opens"), "open again content~ cue!");
    check(
        &|scene| scene.change("Budi", QuoteChange::Type(QuoteType::Reported)),
        "open again content! type~ cue!",
    );
    // What isn't compared, or lies elsewhere, asks nothing again.
    check(&|scene| scene.change("Ana", QuoteChange::Note(Some("sure".to_owned()))), "settled content! cue!");
    check(&|scene| scene.mark("Ana", "nobody else"), "settled content! cue!; open presence?");
    // Back to what it was: the decision stands again.
    check(
        &|scene| {
            scene.change_words("Ana", Role::Cue, "mayor said");
            scene.change_words("Ana", Role::Cue, "said");
        },
        "settled content! cue!",
    );
}

#[test]
fn whoever_comes_or_goes_is_asked_about() {
    let check = |change: &dyn Fn(&mut Scene), after: &str| {
        check(Scene::new(false), both, "settled content! cue!", change, after);
    };
    check(&|scene| scene.delete("Budi"), "open again presence! cue~");
    check(&|scene| scene.delete("Ana"), "open again presence! content~");
    check(&|scene| scene.mark("Dewi", "the bridge opens in May"), "open again content~ cue~");
}

#[test]
fn a_rejection_stands_until_something_is_another() {
    let check = |change: &dyn Fn(&mut Scene), after: &str| {
        check(Scene::new(false), Scene::reject, "rejected", change, after);
    };
    check(&|scene| scene.change("Ana", QuoteChange::Note(Some("sure".to_owned()))), "rejected");
    check(&|scene| scene.mark("Ana", "nobody else"), "rejected; open presence?");
    check(
        &|scene| scene.change("Ana", QuoteChange::Type(QuoteType::Reported)),
        "open again content? type~ cue?",
    );
    check(&|scene| scene.mark("Dewi", "the bridge opens in May"), "open again content~ cue~");
    check(&|scene| scene.delete("Budi"), "open again presence~");
}

#[test]
fn what_was_taken_over_is_asked_again_where_it_changed() {
    let check = |change: &dyn Fn(&mut Scene), after: &str| {
        check(Scene::new(true), Scene::take_over, "settled", change, after);
    };
    check(&|_| {}, "settled");
    check(&|scene| scene.change_words("Ana", Role::Cue, "mayor said"), "open again cue~");
    // Both agree, but on something else than what was taken over.
    check(
        &|scene| {
            for name in ["Ana", "Budi"] {
                scene.change_words(name, Role::Cue, "mayor said");
            }
        },
        "open again cue~",
    );
    check(&|scene| scene.change("Ana", QuoteChange::Note(Some("sure".to_owned()))), "settled");
}

#[test]
fn a_decision_of_ones_own_stays_while_its_field_does() {
    let own = |scene: &mut Scene| {
        let cue = find(&scene.project.workspace, "mayor said");
        scene.decide(Aspect::Cue, Settlement::Own(vec![QuoteChange::Spans(Role::Cue, vec![cue])]));
        scene.decide(Aspect::Content, Settlement::Take(scene.budi));
    };
    let check = |change: &dyn Fn(&mut Scene), after: &str| {
        check(Scene::new(false), own, "settled content! cue!", change, after);
    };
    check(
        &|scene| scene.change_words("Ana", Role::Content, "bridge opens in May"),
        "open again content~ cue!",
    );
    check(&|scene| scene.change_words("Ana", Role::Cue, "mayor"), "open again content! cue~");
}

#[test]
fn what_is_taken_back_is_open_as_before() {
    let mut scene = Scene::new(false);
    both(&mut scene);
    scene.withdraw(Aspect::Cue);
    assert_eq!(scene.drawn(), "open content! cue?");
    let mut scene = Scene::new(false);
    scene.reject();
    scene.withdraw(Aspect::Presence);
    assert_eq!(scene.drawn(), "open content? cue?");
}
