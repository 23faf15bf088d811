namespace Fieldcraft.Rollout.Solving;

/// <summary>Adds up how far all parts are, for whoever waits.</summary>
internal sealed class Tally
{
    private readonly Lock _gate = new();
    private readonly IProgress<SolverProgress>? _progress;
    private readonly (long Cost, int Covered)[] _parts;
    private int _done;

    public Tally(IReadOnlyList<Section> sections, IProgress<SolverProgress>? progress)
    {
        _progress = progress;
        _parts = [.. sections.Select(s => ((long)Costs.Uncovered * (s.People.Count + s.HalfDone.Count), 0))];
    }

    public void Better(int part, long cost, int covered) => Tell(part, cost, covered, 0);

    public void Done(int part, long cost, int covered) => Tell(part, cost, covered, 1);

    private void Tell(int part, long cost, int covered, int done)
    {
        if (_progress is null)
        {
            return;
        }

        lock (_gate)
        {
            _parts[part] = (cost, covered);
            _done += done;
            _progress.Report(new SolverProgress(_done, _parts.Length, _parts.Sum(p => p.Cost), _parts.Sum(p => p.Covered)));
        }
    }
}
