using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Retrieval.Documents;

/// <summary>Registers what turns files into documents; expects logging to be there.</summary>
internal static class DocumentsServiceCollectionExtensions
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptions<DocumentOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IFileOpener, FileOpener>();
        services.TryAddSingleton<PdfToText>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IDocumentReader, MarkdownReader>(),
            ServiceDescriptor.Singleton<IDocumentReader, PlainTextReader>(),
            ServiceDescriptor.Singleton<IDocumentReader, HtmlReader>(),
            ServiceDescriptor.Singleton<IDocumentReader, DocxReader>(),
            ServiceDescriptor.Singleton<IDocumentReader, PdfReader>(),
            ServiceDescriptor.Singleton<IDocumentReader, JsonLinesReader>(),
        ]);
        services.TryAddSingleton<SeedsFolder>();
        services.TryAddSingleton<DocumentLoader>();
        return services;
    }
}
