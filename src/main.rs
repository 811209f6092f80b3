//! `kutip`: the window, and the command line.

fn main() -> anyhow::Result<()> {
    kutip::gui::run(std::env::args().nth(1).map(Into::into)).map_err(anyhow::Error::msg)
}
