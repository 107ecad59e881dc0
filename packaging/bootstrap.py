"""Set Pometka up on this machine, and run or test it.

Standard library only.

    python3 packaging/bootstrap.py run [ARGS]     set up what is missing, then start the program
    python3 packaging/bootstrap.py test [ARGS]    set up with the test extras, then run every check and test
    python3 packaging/bootstrap.py setup          set up alone

The set-up is system libraries where they are missing (apt), `.venv` beside this folder, and the packages of the lock
with their hashes. A stamp in `.venv` makes the second time quick; an interrupted set-up is finished by the next call.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  # this file must still parse on 3.6 to say so
    sys.exit(
        "Pometka needs Python 3.11 or newer, and this is Python {}.{}.\n"
        "Install a newer one (Debian and Ubuntu: apt install python3.11 python3.11-venv; others: python.org),\n"
        "then run this command with it, for example: python3.11 packaging/bootstrap.py run".format(
            *sys.version_info[:2]
        )
    )

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCKS = {"run": ROOT / "packaging" / "requirements.txt", "test": ROOT / "packaging" / "requirements-test.txt"}

# What Qt's own wheel expects of the system, by the package that has it on Debian and Ubuntu.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What the tests press real keys with, on a screen of their own; they are skipped where it is missing.
TEST_PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool", "setxkbmap": "x11-xkb-utils", "openbox": "openbox"}
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


class SetupError(Exception):
    """Say what could not be set up, and what to do."""


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit code."""
    if not arguments or arguments[0] not in ("run", "test", "setup"):
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    command, rest = arguments[0], arguments[1:]
    try:
        set_up("test" if command == "test" else "run")
    except SetupError as fault:
        print(f"\nPometka could not be set up: {fault}", file=sys.stderr)
        return 1
    if command == "setup":
        print(f"Ready: {VENV}")
        return 0
    if command == "test":
        return run_python([str(ROOT / "packaging" / "check.py"), *rest], {"QT_QPA_PLATFORM": "offscreen"})
    # -P: a folder called "app" where the user happens to stand is not this program.
    return run_python(["-P", "-m", "app", *rest], {})


def set_up(extent: str) -> None:
    """Bring the machine to what `extent` ("run" or "test") needs.

    Quick when it is there already.
    """
    install_system_packages(missing_system_packages(extent))
    wanted = {name: state_of(name) for name in LOCKS}
    # The lock of the tests holds all that the program needs, so one stamp of it serves both.
    done = [name for name in ("test", extent) if read_stamp(name) == wanted[name]]
    if done and python_works():
        return
    if not python_works("-m", "pip", "--version"):
        make_venv()
    install_packages(LOCKS[extent])
    stamp_path(extent).write_text(wanted[extent])


def missing_system_packages(extent: str) -> list[str]:
    """Return the system packages that are not there, by their Debian names.

    None where the system is another.
    """
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in QT_LIBRARIES.items() if not can_load(library)]
    if not has_cyrillic_font():
        missing.append("fonts-dejavu-core")
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python{}.{}-venv".format(*sys.version_info[:2]))
    if extent == "test":
        missing += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    return missing


def can_load(library: str) -> bool:
    """Say whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_cyrillic_font() -> bool:
    """Say whether a font with Kazakh letters is installed.

    It has the Russian letters too.
    """
    if FONT.exists():
        return True
    lister = shutil.which("fc-list")
    return bool(lister and subprocess.run([lister, ":lang=kk"], capture_output=True, check=False).stdout.strip())


def install_system_packages(packages: list[str]) -> None:
    """Install packages with apt, as root or with sudo, after listing them.

    Where that cannot be, say what is missing. Without some of them the program may still start (on Wayland, say), so
    only the later steps decide.
    """
    if not packages:
        return
    print("System packages that are missing: " + " ".join(packages), flush=True)
    apt = shutil.which("apt-get")
    if not apt:
        print("Please install what corresponds to them on this system.", file=sys.stderr)
        return
    prefix = find_privileges()
    if prefix is None:
        print("Ask an administrator for: apt-get install " + " ".join(packages), file=sys.stderr)
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*prefix, apt, "update", "-q"], env=quiet, check=False)
    install = [*prefix, apt, "install", "-y", "-q", "--no-install-recommends", *packages]
    if subprocess.run(install, env=quiet, check=False).returncode != 0:
        print("apt could not install them all (see above); going on without.", file=sys.stderr)


def find_privileges() -> "list[str] | None":
    """Return what stands before a command that root must run.

    None where this user cannot.
    """
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo] if sudo else None


def state_of(extent: str) -> str:
    """Return what the installed packages depend on.

    The lock, our own metadata, and the Python that they are for.
    """
    parts = (LOCKS[extent].read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), bytes(ROOT))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def stamp_path(extent: str) -> Path:
    """Return the file that says which state was last installed."""
    return VENV / f"installed-{extent}"


def read_stamp(extent: str) -> str:
    """Return the state that was last installed, "" if none was."""
    path = stamp_path(extent)
    return path.read_text() if path.exists() else ""


def venv_python() -> Path:
    """Return the interpreter of `.venv`."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def python_works(*arguments: str) -> bool:
    """Say whether `.venv` has an interpreter of this version that runs `arguments`.

    Without any, that it is there.
    """
    python = venv_python()
    if not python.exists():
        return False
    check = f"import sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])!r})"
    calls = [["-c", check], list(arguments)] if arguments else []
    return all(subprocess.run([str(python), *call], capture_output=True, check=False).returncode == 0 for call in calls)


def make_venv() -> None:
    """Make `.venv` anew.

    What is there is missing, broken, or of another Python.
    """
    print(f"Making {VENV}", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode != 0:
        version = "{}.{}".format(*sys.version_info[:2])
        raise SetupError(f"Python {version} cannot make a virtual environment; is python{version}-venv installed?")


def install_packages(lock: Path) -> None:
    """Install the pinned packages by hash, and the program as a link."""
    print(f"Installing the packages of {lock.relative_to(ROOT)} (some 460 MB, once)", flush=True)
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "install", "-q", "--use-pep517"]
    run_pip([*pip, "--require-hashes", "-r", str(lock)])
    # compat: a plain line in a .pth file, which costs nothing at every start, as an import hook would.
    editable = ["--no-deps", "--no-build-isolation", "--config-settings", "editable_mode=compat"]
    run_pip([*pip, *editable, "-e", str(ROOT)])
    subprocess.run([str(venv_python()), "-m", "compileall", "-q", str(ROOT / "app")], check=False)


def run_pip(command: list[str]) -> None:
    """Run pip; raise SetupError where it fails."""
    if subprocess.run(command, check=False).returncode != 0:
        raise SetupError(
            "pip could not install the packages (its reason stands above).\n"
            "The first time needs the network, or a mirror that pip is configured for.\n"
            "Then run the same command again: it goes on where it stopped."
        )


def run_python(arguments: list[str], settings: dict[str, str]) -> int:
    """Run `.venv`'s Python in place of this process.

    Where that cannot be, run it as a child and return its exit code.
    """
    command = [str(venv_python()), *arguments]
    environment = {**os.environ, **settings}
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, environment)  # noqa: S606  # no shell is wanted
    return subprocess.call(command, env=environment)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nInterrupted. The same command goes on where this one stopped.")
