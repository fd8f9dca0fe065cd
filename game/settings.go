package game

import (
	"fmt"
	"strings"

	"coderounds/game/view"
)

// SettingsScene is where the player chooses how the game looks, sounds and keeps things.
type SettingsScene struct {
	desk    *Desk
	back    Scene
	erasing bool
	says    string // what the last action came to
	fitSays string // what the last fit of the memory model came to
	erased  <-chan error
}

// NewSettings opens the settings.
func NewSettings(desk *Desk, back Scene) *SettingsScene {
	return &SettingsScene{desk: desk, back: back}
}

// Waiting implements [Waiter]: the journal is being erased, the settings saved, or the memory model fitted.
func (s *SettingsScene) Waiting() bool {
	return s.erased != nil || s.desk.saving != nil || s.desk.fitting != nil
}

// Update implements [Scene].
func (s *SettingsScene) Update(in Input) Scene {
	if s.erased != nil {
		return s.awaitErased(in)
	}
	if err := s.desk.saved(); err != nil {
		s.says = "Your settings could not be saved: " + err.Error() + "."
	}
	if says := s.desk.takeFit(); says != "" {
		s.fitSays = says
	}
	for _, e := range in.Events {
		if next := dropped(s.desk, e, s); next != nil {
			return next
		}
		switch {
		case e.Kind == view.Back && s.erasing:
			s.erasing = false
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "back":
			if h, ok := s.back.(*Home); ok {
				h.now = in.Now
			}
			return s.back
		case e.Kind == view.Press && e.ID == "workload":
			return NewWorkload(s.desk, s, in.Now)
		case e.Kind == view.Press && e.ID == "books":
			return NewBooks(s.desk, s)
		case e.Kind == view.Press && e.ID == "export":
			return NewExport(s.desk, s)
		case e.Kind == view.Press:
			s.press(e.ID, in)
		}
	}
	return s
}

func (s *SettingsScene) press(id string, in Input) {
	look := &s.desk.Settings.Look
	var n int
	switch {
	case strings.HasPrefix(id, "theme/"):
		look.Theme = Theme(strings.TrimPrefix(id, "theme/"))
	case scan(id, "text/%d", &n) && n < len(textScales):
		look.TextScale = textScales[n]
	case scan(id, "length/%d", &n) && n < len(roundLengths):
		s.desk.Settings.Length = roundLengths[n]
	case id == "sound":
		look.Sound = !look.Sound
	case id == "calm":
		look.Calm = !look.Calm
	case strings.HasPrefix(id, "memory/"):
		s.pressMemory(id, in.Now)
		return
	case id == "backup":
		s.says = forms[0].offer(s.desk, in.Now)
		return
	case id == "pick":
		if !s.desk.Device.Pick() {
			s.says = "Drop the file onto this window, or start the game with -release FILE or -questions FILE."
		}
		return
	case id == "erase":
		s.erasing = true
		return
	case id == "keep":
		s.erasing = false
		return
	case id == "erase/yes":
		s.erasing = false
		s.erased = s.desk.eraseAll()
		return
	}
	s.desk.save()
}

// awaitErased starts afresh once the journal is gone: settings too.
func (s *SettingsScene) awaitErased(in Input) Scene {
	select {
	case err := <-s.erased:
		s.erased = nil
		if err != nil {
			s.says = "It could not be erased: " + err.Error() + "."
			return s
		}
		s.desk.Settings = DefaultSettings()
		s.desk.remodel()
		s.desk.forgetBooks()
		s.desk.save()
		s.desk.Notices = append(s.desk.Notices, "Everything is erased: reviews, settings, and the books and questions you loaded.")
		return NewHome(s.desk, in.Now)
	default:
		return s
	}
}

// View implements [Scene].
func (s *SettingsScene) View() view.Part {
	look := s.desk.Settings.Look
	p := page("settings", "Settings", head(across(12, button("back", "Back"), heading("Settings", view.Title))))
	if s.says != "" {
		p.Children = append(p.Children, card(0, view.Part{Role: view.Status, Name: s.says}))
	}
	p.Children = append(p.Children,
		card(16, s.themes(look), s.scales(look), s.lengths(),
			across(8, toggle("sound", "Sound", look.Sound), toggle("calm", "Less motion", look.Calm))),
		s.workload(), s.memory(), s.files(), s.data(), sources(s.desk))
	if s.erasing {
		keep := primary("keep", "Keep everything")
		keep.State |= view.Wanted
		p.Children = append(p.Children, dialog("Erase everything?",
			"All reviews, settings, and the books and questions you loaded are removed from this device. This cannot be undone. Back up first if you are not sure.",
			keep, button("erase/yes", "Erase everything")))
	}
	return p
}

// picks is a row of settings of which one is chosen.
func picks(name string, buttons ...view.Part) view.Part {
	return down(8, muted(name), wrap(8, buttons...))
}

func pick(id, name string, chosen bool) view.Part {
	b := button(id, name)
	if chosen {
		b.State |= view.Chosen
	}
	return b
}

func toggle(id, name string, on bool) view.Part {
	says := name + ": off"
	if on {
		says = name + ": on"
	}
	return pick(id, says, on)
}

func (s *SettingsScene) themes(look Look) view.Part {
	var buttons []view.Part
	for _, t := range []struct {
		theme Theme
		name  string
	}{{ThemeAuto, "As the system"}, {ThemeLight, "Light"}, {ThemeDark, "Dark"}, {ThemeContrast, "High contrast"}} {
		buttons = append(buttons, pick("theme/"+string(t.theme), t.name, look.Theme == t.theme))
	}
	return picks("Theme", buttons...)
}

func (s *SettingsScene) scales(look Look) view.Part {
	var buttons []view.Part
	for i, scale := range textScales {
		buttons = append(buttons, pick(fmt.Sprintf("text/%d", i), fmt.Sprintf("%.0f %%", scale*100), look.TextScale == scale))
	}
	return picks("Text size", buttons...)
}

func (s *SettingsScene) lengths() view.Part {
	var buttons []view.Part
	for i, n := range roundLengths {
		buttons = append(buttons, pick(fmt.Sprintf("length/%d", i), fmt.Sprint(n), s.desk.Settings.Length == n))
	}
	return picks("Questions a round", buttons...)
}

// files is where the player's own codes and questions come in.
func (s *SettingsScene) files() view.Part {
	return card(12, heading("Your own files", view.Large),
		text("Drop files anywhere on the game: official releases of ICD-10-CM, ICD-10-PCS or HCPCS (the zips they come in will do), "+
			"a question file (CSV), or a backup."),
		wrap(8, button("pick", "Choose a file"), button("books", "Books and questions")))
}

// data is what can be done with the journal.
func (s *SettingsScene) data() view.Part {
	return card(12, heading("Your reviews", view.Large),
		text(counted(len(s.desk.Journal.Reviews()), "answer is", "answers are")+" kept on this device and nowhere else."),
		wrap(8, button("backup", "Back up to a file"), button("export", "Other files to take along"), button("erase", "Erase everything")),
		muted("To restore, choose or drop a backup file. Restoring adds what is missing and removes nothing."))
}

// sources says where the data comes from and whose it is.
func sources(desk *Desk) view.Part {
	c := card(8, heading("Sources", view.Large))
	for _, set := range desk.Library.Sets() {
		c.Children = append(c.Children, down(0, text(loadedLine(set)), muted(set.Release().Source+".")))
	}
	c.Children = append(c.Children,
		muted("CPT is a registered trademark of the American Medical Association. No CPT codes or descriptors are included."),
		muted("For people preparing for coding exams; not affiliated with any examining body. Code Rounds asks no account and sends nothing anywhere."))
	return c
}
