// Runs one build on a BuildKit daemon and tells what happened, as one JSON object: the instructions as the Dockerfile parser
// reads them, the steps of the build definition with the lines that they come from, the vertices that the daemon worked on,
// the warnings, and the error with its place.
//
// The request comes on standard input. With "frontend": "inside" the daemon's own Dockerfile frontend makes the definition;
// with "here" the same code, linked into this program, makes it, and the definition can be read.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"

	"github.com/moby/buildkit/client"
	"github.com/moby/buildkit/frontend/dockerfile/builder"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	gateway "github.com/moby/buildkit/frontend/gateway/client"
	"github.com/moby/buildkit/session"
	"github.com/moby/buildkit/session/secrets/secretsprovider"
	"github.com/moby/buildkit/session/sshforward/sshprovider"
	"github.com/moby/buildkit/solver/errdefs"
	"github.com/moby/buildkit/solver/pb"
	digest "github.com/opencontainers/go-digest"
	"github.com/tonistiigi/fsutil"
)

type request struct {
	Address    string            `json:"address"`
	Frontend   string            `json:"frontend"`
	Context    string            `json:"context"`
	Dockerfile string            `json:"dockerfile"`
	Contexts   map[string]string `json:"contexts"`
	Options    map[string]string `json:"options"`
	Secrets    map[string]string `json:"secrets"`
	SSH        string            `json:"ssh"`
	Allow      []string          `json:"allow"`
	Image      string            `json:"image"`
}

type instruction struct {
	Stage     int    `json:"stage"`
	StageName string `json:"stageName"`
	Base      string `json:"base,omitempty"`
	Keyword   string `json:"keyword"`
	Line      int    `json:"line"`
	Text      string `json:"text"`
}

type step struct {
	Digest digest.Digest `json:"digest"`
	Name   string        `json:"name"`
	Kind   string        `json:"kind"`
	Lines  []int32       `json:"lines"`
}

type warning struct {
	Text string `json:"text"`
	Line int32  `json:"line"`
	URL  string `json:"url,omitempty"`
}

type failure struct {
	Message string  `json:"message"`
	Lines   []int32 `json:"lines"`
	Step    bool    `json:"step"`
}

type report struct {
	Instructions []instruction    `json:"instructions"`
	Unreadable   string           `json:"unreadable,omitempty"`
	Steps        []step           `json:"steps"`
	Vertices     []*client.Vertex `json:"vertices"`
	Warnings     []warning        `json:"warnings"`
	Error        *failure         `json:"error"`
}

func readInstructions(file string) ([]instruction, error) {
	text, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer text.Close()
	tree, err := parser.Parse(text)
	if err != nil {
		return nil, err
	}
	stages, _, err := instructions.Parse(tree.AST, nil)
	if err != nil {
		return nil, err
	}
	var found []instruction
	for at, stage := range stages {
		found = append(found, instruction{at, stage.Name, stage.BaseName, "FROM", stage.Location[0].Start.Line, stage.SourceCode})
		for _, command := range stage.Commands {
			line := 0
			if place := command.Location(); len(place) > 0 {
				line = place[0].Start.Line
			}
			found = append(found, instruction{at, stage.Name, "", command.Name(), line, fmt.Sprint(command)})
		}
	}
	return found, nil
}

// What a definition says of its steps: their names and the lines that they come from.
func readSteps(def *pb.Definition) ([]step, error) {
	var found []step
	for _, bytes := range def.Def {
		var op pb.Op
		if err := op.UnmarshalVT(bytes); err != nil {
			return nil, err
		}
		at := digest.FromBytes(bytes)
		one := step{Digest: at, Kind: fmt.Sprintf("%T", op.Op), Lines: []int32{}}
		if meta := def.Metadata[string(at)]; meta != nil {
			one.Name = meta.Description["llb.customname"]
		}
		if def.Source != nil {
			if places := def.Source.Locations[string(at)]; places != nil {
				for _, place := range places.Locations {
					for _, area := range place.Ranges {
						one.Lines = append(one.Lines, area.Start.Line)
					}
				}
			}
		}
		found = append(found, one)
	}
	return found, nil
}

// A client of the daemon that keeps the definitions which a frontend asks it to solve.
type watching struct {
	gateway.Client
	seen func(*pb.Definition)
}

func (w watching) Solve(ctx context.Context, req gateway.SolveRequest) (*gateway.Result, error) {
	if req.Definition != nil {
		w.seen(req.Definition)
	}
	return w.Client.Solve(ctx, req)
}

func build(ctx context.Context, req request) (*report, error) {
	out := &report{Instructions: []instruction{}, Steps: []step{}, Vertices: []*client.Vertex{}, Warnings: []warning{}}
	file := path.Join(req.Dockerfile, req.Options["filename"])
	if found, err := readInstructions(file); err != nil {
		out.Unreadable = err.Error()
	} else {
		out.Instructions = found
	}

	c, err := client.New(ctx, req.Address)
	if err != nil {
		return nil, err
	}
	defer c.Close()

	mounts := map[string]fsutil.FS{}
	for name, folder := range map[string]string{"context": req.Context, "dockerfile": req.Dockerfile} {
		if mounts[name], err = fsutil.NewFS(folder); err != nil {
			return nil, err
		}
	}
	for name, folder := range req.Contexts {
		if mounts[name], err = fsutil.NewFS(folder); err != nil {
			return nil, err
		}
	}
	values := map[string][]byte{}
	for id, value := range req.Secrets {
		values[id] = []byte(value)
	}
	attached := []session.Attachable{secretsprovider.FromMap(values)}
	if req.SSH != "" {
		agent, err := sshprovider.NewSSHAgentProvider([]sshprovider.AgentConfig{{ID: "default", Paths: []string{req.SSH}}})
		if err != nil {
			return nil, err
		}
		attached = append(attached, agent)
	}
	opt := client.SolveOpt{
		LocalMounts:         mounts,
		Frontend:            "dockerfile.v0",
		FrontendAttrs:       req.Options,
		Session:             attached,
		AllowedEntitlements: req.Allow,
	}
	if req.Image != "" {
		opt.Exports = []client.ExportEntry{{
			Type:   client.ExporterOCI,
			Attrs:  map[string]string{"compression": "uncompressed"},
			Output: func(map[string]string) (io.WriteCloser, error) { return os.Create(req.Image) },
		}}
	}

	vertices := map[digest.Digest]*client.Vertex{}
	var order []digest.Digest
	status := make(chan *client.SolveStatus)
	read := make(chan struct{})
	go func() {
		defer close(read)
		for event := range status {
			for _, vertex := range event.Vertexes {
				if _, known := vertices[vertex.Digest]; !known {
					order = append(order, vertex.Digest)
				}
				vertices[vertex.Digest] = vertex
			}
			for _, w := range event.Warnings {
				one := warning{Text: string(w.Short), URL: w.URL}
				if len(w.Range) > 0 {
					one.Line = w.Range[0].Start.Line
				}
				out.Warnings = append(out.Warnings, one)
			}
		}
	}()
	_, failed := c.Build(ctx, opt, "", func(ctx context.Context, g gateway.Client) (*gateway.Result, error) {
		if req.Frontend == "inside" {
			return g.Solve(ctx, gateway.SolveRequest{Frontend: "dockerfile.v0", FrontendOpt: req.Options})
		}
		return builder.Build(ctx, watching{g, func(def *pb.Definition) {
			if steps, err := readSteps(def); err == nil {
				out.Steps = append(out.Steps, steps...)
			}
		}})
	}, status)
	<-read
	for _, at := range order {
		out.Vertices = append(out.Vertices, vertices[at])
	}
	if failed != nil {
		out.Error = &failure{Message: failed.Error(), Lines: []int32{}}
		for _, source := range errdefs.Sources(failed) {
			for _, area := range source.Ranges {
				out.Error.Lines = append(out.Error.Lines, area.Start.Line)
			}
		}
		var vertex *errdefs.VertexError
		out.Error.Step = errors.As(failed, &vertex)
	}
	return out, nil
}

func main() {
	var req request
	if err := json.NewDecoder(os.Stdin).Decode(&req); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	out, err := build(context.Background(), req)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		os.Exit(1)
	}
}
