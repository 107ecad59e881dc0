"""The stylesheet of the window.

`@name` stands for a colour of the theme. Distances are on a grid of 4 and 8 px.
"""

STYLESHEET = """
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QToolTip { background: @raised; color: @text; border: 1px solid @strong_line; padding: 4px 8px; }

QMenuBar { background: @window; border-bottom: 1px solid @line; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @surface; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; }
QMenu::icon { padding-left: 6px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @strong_line; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }

QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QStatusBar { background: @window; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted; padding: 2px 8px; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox {
  background: @surface; color: @text; border: 1px solid @line; border-radius: 6px; padding: 4px 8px;
  selection-background-color: @selection; selection-color: @text; placeholder-text-color: @muted;
}
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QSpinBox:hover { border-color: @strong_line; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus {
  border: 1px solid @accent;
}
QTextEdit#words { background: transparent; border: none; border-radius: 0; padding: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(@icons/chevron-down-@name.svg); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 20px; }
QSpinBox::up-arrow { image: url(@icons/chevron-up-@name.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url(@icons/chevron-down-@name.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @line; outline: none; }

QPushButton {
  background: @raised; color: @text; border: 1px solid @strong_line; border-radius: 6px; padding: 5px 16px;
  min-height: 18px;
}
QPushButton:hover { background: @hover; }
QPushButton, QToolButton, QCheckBox, QTabBar { outline: none; }
QPushButton:focus { border-color: @accent; }
QPushButton:default { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton:default:focus { border: 2px solid @text; padding: 4px 15px; }
QPushButton:default:disabled, QPushButton:disabled { background: @window; color: @strong_line; border-color: @line; }
QPushButton[flat="true"] { background: transparent; color: @text; border: 1px solid transparent; padding: 4px 8px; }
QPushButton[flat="true"]:hover { background: @hover; }
QPushButton[flat="true"]:focus { border: 1px solid @accent; padding: 4px 8px; }
QPushButton#state:checked { background: @selection; border-color: @accent; }
QPushButton#section { color: @muted; text-align: left; }
QPushButton#section:checked { background: @selection; color: @text; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: @hover; }
QToolButton:focus { border-color: @accent; }
QToolButton:checked { background: @selection; }

QAbstractItemView {
  background: @surface; border: 1px solid transparent; outline: none; alternate-background-color: @raised;
}
QAbstractItemView::item { padding: 2px 4px; }
QAbstractItemView::item:hover { background: @hover; }
QTableView::item:hover:!selected { background: transparent; }
QAbstractItemView::item:selected { background: @selection; color: @text; }
QScrollArea { background: @surface; border: 1px solid transparent; }
QAbstractItemView:focus, QScrollArea:focus { border: 1px solid @accent; }
QListWidget::item, QTreeWidget::item { padding: 5px 4px; }
QHeaderView::section {
  background: @surface; color: @muted; border: none; border-bottom: 1px solid @line; padding: 4px 8px;
}
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted; padding: 8px 16px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected:focus { color: @accent; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @strong_line; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: none; width: 0; height: 0;
}
QProgressBar { background: @line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator, QTreeView::indicator {
  width: 14px; height: 14px; border: 1px solid @strong_line; border-radius: 4px; background: @surface;
}
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked,
QTreeView::indicator:checked {
  background: @accent; border-color: @accent; image: url(@icons/tick-@name.svg);
}
QCheckBox::indicator:focus { border-color: @accent; }

QLabel#heading { color: @text; font-weight: 600; }
QLabel#muted, QLabel#caption { color: @muted; }
QLabel#good { color: @good; }
QLabel#warning { color: @warning; }
QLabel#danger { color: @danger; }
QFrame#pane, QWidget#pane, QWidget#sheet { background: @surface; }
QFrame#paneTitle { background: @surface; border-bottom: 1px solid @line; }
QFrame#banner { background: @danger_surface; border-bottom: 1px solid @danger; }
QFrame#banner QLabel { color: @text; }
QFrame#banner QLabel#danger { color: @danger; }
QFrame#pastBanner { background: @selection; border-bottom: 1px solid @accent; }
QFrame#pastBanner QLabel { color: @text; }
QFrame#popover { background: @surface; border: 1px solid @strong_line; border-radius: 8px; }
QFrame#bar { background: @raised; border-bottom: 1px solid @line; }
QWidget#welcome { background: @surface; }
"""
