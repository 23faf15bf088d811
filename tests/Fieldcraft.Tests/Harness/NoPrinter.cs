using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Documents;

namespace Fieldcraft.Tests.Harness;

/// <summary>A machine without a program that makes PDFs.</summary>
internal sealed class NoPrinter : IPdfPrinter
{
    public Task<Outcome<byte[]>> PrintAsync(string html, PaperAim aim, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<byte[]>>(new Refusal("pdf-unavailable"));
}
