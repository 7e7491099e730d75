FROM alpine
ADD --keep-git-dir=true https://git.example.org/team/thing.git#v1.2:docs /docs
ADD git@git.example.org:team/other.git /other
