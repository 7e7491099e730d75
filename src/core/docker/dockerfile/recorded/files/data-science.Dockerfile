FROM quay.io/jupyter/base-notebook:latest
USER root
RUN mamba install --yes 'numpy>=2' pandas=2.* && \
    mamba clean --all -f -y && \
    fix-permissions "${CONDA_DIR}"
USER ${NB_UID}
WORKDIR "${HOME}"
