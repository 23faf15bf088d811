using System.Security.Cryptography;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Tests.Insight.Figures;

/// <summary>
/// Organisations in which people come, go and move from wave to wave, and somebody who adds and subtracts everything that was released over all of them, in the worst case for
/// us: nobody ever changes an answer.
/// </summary>
public sealed class WavesTests
{
    private const int Minimum = 5;
    private const int Organisations = 60;
    private const int WavesEach = 5;

    [Fact]
    public void Over_several_waves_nobody_is_isolated_and_in_none_of_them_is_an_answer_pinned()
    {
        var (equations, shown, asked) = (0, 0, 0);
        for (var seed = 0; seed < Organisations; seed++)
        {
            var life = new Life(seed);
            var all = new Solver(Life.Most);
            for (var wave = 0; wave < WavesEach; wave++)
            {
                var one = new Solver(Life.Most);
                foreach (var (members, sum) in life.Wave(guarded: true))
                {
                    all.Learn(members, sum);
                    one.Learn(members, sum);
                    shown += members.Count;
                }

                asked += life.People;
                one.Pinned(0, 1).ShouldBeEmpty($"organisation {seed}, wave {wave}");
                life.GoesOn();
            }

            equations += all.Equations;
            all.Isolated().ShouldBeEmpty($"organisation {seed}");
        }

        // A rule that shows nothing would pass as well.
        equations.ShouldBeGreaterThan(Organisations * WavesEach);
        ((double)shown / asked).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void The_same_attack_isolates_people_where_waves_know_nothing_of_one_another()
    {
        var isolated = 0;
        for (var seed = 0; seed < Organisations; seed++)
        {
            var life = new Life(seed);
            var all = new Solver(Life.Most);
            for (var wave = 0; wave < WavesEach; wave++)
            {
                foreach (var (members, sum) in life.Wave(guarded: false))
                {
                    all.Learn(members, sum);
                }

                life.GoesOn();
            }

            isolated += all.Isolated().Count;
        }

        isolated.ShouldBeGreaterThan(Organisations / 4);
    }

    [Fact]
    public void A_class_is_never_smaller_than_the_minimum()
    {
        for (var seed = 0; seed < Organisations; seed++)
        {
            var life = new Life(seed);
            for (var wave = 0; wave < WavesEach; wave++)
            {
                life.Wave(guarded: true);
                life.Standings.Where(s => s.Together is not null).CountBy(s => s.Together!.Value).ShouldAllBe(c => c.Value >= Minimum);
                life.Standings.Where(s => s.Part is not null).CountBy(s => s.Part!.Value).ShouldAllBe(c => c.Value >= Minimum);
                life.GoesOn();
            }
        }
    }

    private sealed class Life
    {
        public const int Most = 260;
        private readonly Random _chance;
        private readonly Dictionary<int, string> _placeOf = [];
        private readonly Dictionary<int, int> _answerOf = [];
        private readonly PersonId[] _ids = [.. Enumerable.Range(0, Most).Select(_ => new PersonId(Guid.NewGuid()))];
        private int _next;

        public Life(int seed)
        {
            _chance = new Random(seed);
            for (var i = 0; i < 120; i++)
            {
                Joins();
            }
        }

        public int People => _placeOf.Count;

        public IReadOnlyList<ReleaseStanding> Standings { get; private set; } = [];

        public void GoesOn()
        {
            for (var i = _chance.Next(1, 6); i > 0; i--)
            {
                _placeOf.Remove(_placeOf.Keys.ElementAt(_chance.Next(_placeOf.Count)));
                Joins();
                _placeOf[_placeOf.Keys.ElementAt(_chance.Next(_placeOf.Count))] = Place();
            }
        }

        public IReadOnlyList<(IReadOnlyList<int> Members, double Sum)> Wave(bool guarded)
        {
            var release = Release.Freeze(
                new ReleaseId(Guid.NewGuid()),
                ReleaseKind.Quarter,
                default,
                default,
                default,
                Minimum,
                false,
                default
            );
            var frozen = Freezing.Freeze(
                release,
                [.. _placeOf.Select(p => new PlacedPerson(_ids[p.Key], p.Value))],
                guarded ? Standings : [],
                RandomNumberGenerator.GetInt32
            );
            Standings = frozen.Standings;
            var parts = frozen.Standings.Where(s => s.Part is not null).ToLookup(s => s.Part!.Value, s => Array.IndexOf(_ids, s.OwnerId));
            var values = parts.SelectMany(p => p.Select(m => new PartValue(p.Key, _answerOf[m]))).ToList();
            var figures = GroupFigures.Publish(release.Id, "m", frozen.Cells, values, Minimum);
            return
            [
                .. figures
                    .Where(f => f.Group is not null)
                    .GroupBy(f => f.Group)
                    .Select(g => ((IReadOnlyList<int>)[.. g.SelectMany(f => parts[f.Part])], g.Sum(f => f.Sum))),
            ];
        }

        private void Joins()
        {
            if (_next < Most)
            {
                (_placeOf[_next], _answerOf[_next]) = (Place(), _chance.NextDouble() < 0.4 ? 1 : 0);
                _next++;
            }
        }

        private string Place() => $"top.{(char)('a' + _chance.Next(4))}.{_chance.Next(5)}.";
    }
}
