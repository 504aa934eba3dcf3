"""A name service that takes every question and answers none, and a command beside it; in a private network as root.

silent-names.py COMMAND...
"""
import socket
import subprocess
import sys
import tempfile

service = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
service.bind(("127.0.0.1", 53))
with tempfile.NamedTemporaryFile("w", suffix=".conf") as settings:
    settings.write("nameserver 127.0.0.1\n")
    settings.flush()
    subprocess.run(["mount", "--bind", settings.name, "/etc/resolv.conf"], check=True)
    sys.exit(subprocess.run(sys.argv[1:]).returncode)
