"""What docs/server has for a small server: its commands are real, and its parts fit together."""

import re
import shlex
import tomllib
from argparse import Namespace
from configparser import RawConfigParser
from typing import Any

import pytest

from course.commands.command_line import command_line
from course.commands.commands import COMMANDS
from course.marked import read
from course.paths import ROOT
from course.runtimes.classroom.addresses import LOOPBACK

SERVER = ROOT / "docs" / "server"
HOST = "class.example.org"


def options(command: str) -> Namespace:
    """What the course makes of a command; ends the test (SystemExit) where it takes it not."""
    program, *words = shlex.split(command)
    assert program.rpartition("/")[2].startswith("python")
    assert words[:2] == ["-m", "course"]
    return command_line(COMMANDS, "en").parse_args(words[2:])


@pytest.fixture
def compose() -> dict[str, Any]:
    found: dict[str, Any] = read(SERVER / "compose.yml").value
    return found


@pytest.fixture
def services(compose: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = compose["services"]
    return found


@pytest.fixture
def unit() -> RawConfigParser:
    parser = RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # systemd minds the case
    parser.read(SERVER / "course-class@.service", encoding="utf-8")
    return parser


def test_the_compose_file_begins_a_class_that_its_proxy_finds(
    compose: dict[str, Any], services: dict[str, Any]
) -> None:
    asked = options(services["class"]["command"].replace("${HOST}", HOST))
    assert asked.command.name == "class"
    assert asked.address == LOOPBACK  # the proxy's own, which the class has by its network
    assert services["class"]["network_mode"] == "service:proxy"
    assert asked.public == f"https://{HOST}"
    (config,) = services["proxy"]["configs"]
    site = compose["configs"][config["source"]]["content"]
    assert f"reverse_proxy {asked.address}:{asked.port}\n" in site
    assert "exclude http.log.error" in site  # which has addresses and browsers in it
    assert asked.no_browser


def test_the_class_in_the_compose_file_asks_for_the_database_that_is_there(
    services: dict[str, Any],
) -> None:
    database = options(services["class"]["command"]).database
    user = services["database"]["environment"]["POSTGRES_USER"]
    assert database == f"postgresql://{user}@database/{user}"  # its own is named as the user is
    assert services["class"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert user in services["database"]["healthcheck"]["test"]


def test_the_key_that_the_compose_file_tells_of_is_for_its_own_class(
    services: dict[str, Any],
) -> None:
    comment = re.sub(r"\\\n#", "", (SERVER / "compose.yml").read_text("utf-8"))
    told = re.search(r"exec class +(python .*)", comment)
    assert told
    key, served = options(told[1]), options(services["class"]["command"].replace("${HOST}", HOST))
    assert (key.new_key, key.public, key.database) == ("Anna", served.public, served.database)


def test_what_the_compose_file_installs_is_there_to_install(services: dict[str, Any]) -> None:
    build = services["class"]["build"]
    assert (SERVER / build["context"]).resolve() == ROOT
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert '"/course[postgresql]"' in build["dockerfile_inline"]
    assert "postgresql" in project["optional-dependencies"]


def test_the_unit_begins_a_process_that_others_may_stand_beside(unit: RawConfigParser) -> None:
    asked = options(unit["Service"]["ExecStart"])
    assert asked.command.name == "class"
    assert asked.no_browser
    assert asked.address == LOOPBACK
    assert asked.database.startswith("postgresql://")  # several processes share no file


def test_the_unit_may_write_where_the_class_keeps_what_is_its_own(unit: RawConfigParser) -> None:
    service = unit["Service"]
    assert service["ProtectSystem"] == "strict"
    name = service["StateDirectory"]
    assert service["Environment"] == f"COURSE_HOME=/var/lib/{name}"
    assert service["User"] != "root"


def test_the_site_of_nginx_passes_lines_to_where_the_unit_listens_and_logs_nothing(
    unit: RawConfigParser,
) -> None:
    site = (SERVER / "nginx.conf").read_text("utf-8")
    asked = options(unit["Service"]["ExecStart"])
    assert f"proxy_pass http://{asked.address}:{asked.port};" in site
    assert site.count(f"server_name {HOST};") == site.count("server {") == 2
    assert asked.public == f"https://{HOST}"
    for line in (
        "proxy_set_header Upgrade $http_upgrade;",
        'proxy_set_header Connection "upgrade";',
    ):
        assert site.count(line) == 1
    assert site.count("access_log off;") == site.count("error_log /dev/null;") == 2


def test_nobody_else_may_read_what_the_unit_keeps(unit: RawConfigParser) -> None:
    assert (unit["Service"]["UMask"], unit["Service"]["StateDirectoryMode"]) == ("0077", "0700")
